namespace GmmPure.Data;

/// <summary>Kinds of files, told by what is in them.</summary>
public enum FileFormat
{
    /// <summary>Delimited text: CSV and kin.</summary>
    Text,

    /// <summary>A NumPy array.</summary>
    Npy,

    /// <summary>An archive of NumPy arrays.</summary>
    Npz,

    /// <summary>A Parquet file.</summary>
    Parquet,

    /// <summary>An Arrow file or stream, or Feather.</summary>
    Arrow,

    /// <summary>A file compressed by gzip.</summary>
    Gzip,

    /// <summary>A workbook of a spreadsheet program (.xlsx).</summary>
    Workbook,

    /// <summary>A workbook of old (.xls), or another compound file.</summary>
    OldWorkbook,

    /// <summary>An OpenDocument spreadsheet (.ods).</summary>
    OpenDocument,

    /// <summary>A zip archive.</summary>
    Zip,

    /// <summary>Feather, version 1.</summary>
    OldFeather,

    /// <summary>A file compressed by bzip2, xz, zstd or 7-Zip.</summary>
    OtherCompression,

    /// <summary>Data of R (.rds, .RData).</summary>
    RData,

    /// <summary>A Python pickle.</summary>
    Pickle,

    /// <summary>An HDF5 file, as MATLAB and PyTables write it.</summary>
    Hdf5,

    /// <summary>A MATLAB file of version 5.</summary>
    Matlab,

    /// <summary>An SQLite database.</summary>
    Sqlite,

    /// <summary>An ORC file.</summary>
    Orc,

    /// <summary>A PDF document.</summary>
    Pdf,

    /// <summary>A picture.</summary>
    Picture,

    /// <summary>ARFF, of Weka.</summary>
    Arff,

    /// <summary>Sparse rows of libsvm.</summary>
    Libsvm,

    /// <summary>JSON: one object or array a line.</summary>
    JsonLines,

    /// <summary>JSON.</summary>
    Json,

    /// <summary>XML or HTML.</summary>
    Markup,

    /// <summary>UTF-16 text without a byte order mark.</summary>
    Utf16,
}
