namespace GmmPure;

/// <summary>How far two mixtures of one shape are apart, free of the columns' units.</summary>
internal static class ParameterChange
{
    public static double Largest(GaussianMixture earlier, GaussianMixture later)
    {
        if (earlier.ComponentCount != later.ComponentCount || earlier.Dimension != later.Dimension)
        {
            throw new ArgumentException("The mixtures differ in shape.", nameof(earlier));
        }

        double largest = 0;
        for (int k = 0; k < later.ComponentCount; k++)
        {
            largest = Math.Max(largest, Math.Abs(later.Weights[k] - earlier.Weights[k]));
            for (int i = 0; i < later.Dimension; i++)
            {
                double scale = earlier.Covariances[k].StandardDeviation(i);
                largest = Math.Max(largest, Math.Abs(later.Means[k, i] - earlier.Means[k, i]) / scale);
                for (int j = 0; j <= i; j++)
                {
                    double change = later.Covariances[k][i, j] - earlier.Covariances[k][i, j];
                    double unit = scale * earlier.Covariances[k].StandardDeviation(j);
                    largest = Math.Max(largest, Math.Abs(change) / unit);
                }
            }
        }

        return largest;
    }
}
