namespace GmmPure;

/// <summary>Which kind of matrix a covariance is, and so how it is held, in memory and in files.</summary>
public enum CovarianceShape
{
    /// <summary>Any symmetric D×D matrix: any ellipsoid.</summary>
    Full,

    /// <summary>A diagonal of D variances: an ellipsoid along the axes.</summary>
    Diagonal,

    /// <summary>One variance for all columns: a ball.</summary>
    Spherical,
}
