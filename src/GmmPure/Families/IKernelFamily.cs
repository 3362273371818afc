using GmmPure.Kernels;

namespace GmmPure.Families;

/// <summary>A family for whose densities there are kernels.</summary>
/// <typeparam name="TDistribution">One distribution of the family.</typeparam>
internal interface IKernelFamily<TDistribution> : IFamily<TDistribution>
    where TDistribution : notnull, IEquatable<TDistribution>
{
    /// <summary>ln π_k·p_k.</summary>
    Densities Densities(Mixture<TDistribution> mixture, KernelSet kernels);
}
