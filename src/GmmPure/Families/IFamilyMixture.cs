namespace GmmPure.Families;

/// <summary>A mixture of another family than the Gaussian one, where it is not known of which.</summary>
internal interface IFamilyMixture : IMixture
{
    /// <summary>The family.</summary>
    IFamily Kind { get; }

    /// <summary>The E-step.</summary>
    EStepResult EStep(Dataset data, EmVariant? variant, EmOptions? options);

    /// <summary>The iterations from here.</summary>
    IEnumerable<Iteration<IMixture>> Iterate(Dataset data, EmVariant? variant, EmOptions? options);
}

/// <content>As one of whichever family.</content>
public sealed partial record Mixture<TDistribution> : IFamilyMixture
{
    IFamily IFamilyMixture.Kind => Family;

    EStepResult IFamilyMixture.EStep(Dataset data, EmVariant? variant, EmOptions? options) =>
        Em.EStep(data, this, variant, options);

    IEnumerable<Iteration<IMixture>> IFamilyMixture.Iterate(Dataset data, EmVariant? variant, EmOptions? options) =>
        Em.Iterate(data, this, variant, options).Select(each => each.Cast<IMixture>());
}
