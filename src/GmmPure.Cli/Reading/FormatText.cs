using GmmPure.Data;

namespace GmmPure.Cli.Reading;

/// <summary>Kinds of files that can't be read, in words, and what to do with them.</summary>
internal static class FormatText
{
    private const string InPython = "in Python, pandas";

    /// <summary>What the file is, and one sentence on what to do.</summary>
    public static string Of(FileFormat format) => format switch
    {
        FileFormat.Workbook => "is an Excel workbook (.xlsx); save the sheet as CSV UTF-8",
        FileFormat.OldWorkbook => "is an old Excel workbook (.xls) or another Office document; save the sheet as CSV UTF-8",
        FileFormat.OpenDocument => "is an OpenDocument spreadsheet; save the sheet as CSV in UTF-8",
        FileFormat.Zip => "is a zip archive without a NumPy array in it; unpack it, and name one of its files",
        FileFormat.Gzip => "is compressed by gzip over and over; unpack it with gunzip",
        FileFormat.OldFeather => "is a Feather file of version 1; write it anew as version 2, or as Parquet or CSV",
        FileFormat.OtherCompression => "is compressed by bzip2, xz, zstd or 7-Zip; unpack it, or compress it with gzip instead",
        FileFormat.RData => "holds data of R (.rds, .RData); in R, write.csv(data, \"data.csv\", row.names = FALSE) makes CSV of them",
        FileFormat.Pickle => $"is a Python pickle; {InPython}.read_pickle(file).to_csv(\"data.csv\", index=False) makes CSV of a data frame",
        FileFormat.Hdf5 => "is an HDF5 file (also MATLAB's, from version 7.3); save the array with numpy.save, or as CSV",
        FileFormat.Matlab => "is a MATLAB file; in MATLAB, writematrix(array, \"data.csv\") makes CSV of an array",
        FileFormat.Sqlite => "is an SQLite database; sqlite3 -header -csv FILE \"select * from TABLE\" makes CSV of a table",
        FileFormat.Orc => "is an ORC file; write it anew as Parquet or CSV",
        FileFormat.Pdf => "is a PDF document; only tables of numbers are read, as CSV",
        FileFormat.Picture => "is a picture; save its numbers with numpy.save, as an array of rows and columns",
        FileFormat.Arff => "is an ARFF file of Weka; save it as CSV, or delete all lines up to @data and give --no-header",
        FileFormat.Libsvm => "holds sparse rows of libsvm (label index:value …); in Python, sklearn.datasets.load_svmlight_file and toarray() make a table of them",
        FileFormat.JsonLines => $"holds JSON lines; {InPython}.read_json(file, lines=True).to_csv(\"data.csv\", index=False) makes CSV of them",
        FileFormat.Json => $"is JSON; {InPython}.read_json(file).to_csv(\"data.csv\", index=False) makes CSV of a table",
        FileFormat.Markup => "is XML or HTML, perhaps a page that was saved instead of the data; save the table as CSV",
        FileFormat.Utf16 => "is UTF-16 text without a byte order mark; iconv -f utf-16le -t utf-8 makes UTF-8 of it",
        _ => "is of a kind that is not read",
    };

    /// <summary>What a kind that is read is called.</summary>
    public static string Name(FileFormat format) => format switch
    {
        FileFormat.Npy => "a .npy file",
        FileFormat.Npz => "a .npz file",
        FileFormat.Zip => "a zip archive",
        FileFormat.Parquet => "a Parquet file",
        FileFormat.Arrow => "an Arrow or Feather file",
        FileFormat.Gzip => "a gzip file",
        _ => "text",
    };
}
