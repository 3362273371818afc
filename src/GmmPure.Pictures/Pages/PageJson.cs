using System.Buffers;
using System.Text;
using System.Text.Json;
using GmmPure.Pictures.Colours;
using GmmPure.Pictures.Marks;

namespace GmmPure.Pictures.Pages;

/// <summary>What the page's script reads: JSON in which no letter means anything to HTML.</summary>
internal static class PageJson
{
    /// <summary>The history, line for line as a history file holds it; its numbers read back to the same bits.</summary>
    public static string History(PageContent content) =>
        string.Join('\n', content.Iterations.Select(iteration => iteration.ToJson().Replace("<", "\\u003c", StringComparison.Ordinal)));

    /// <summary>All else.</summary>
    public static string Report(PageContent content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            Write(writer, content);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, PageContent content)
    {
        var model = content.Iterations[0].Model;
        writer.WriteString("structure", model.Structure.Name);
        writer.WriteNumber("weight", content.Iterations[0].TotalWeight);
        writer.WriteBoolean("isThinned", content.IsThinned);
        Array(writer, "columns", content.Names.Select(Legible.Of), writer.WriteStringValue);
        Array(writer, "components", Enumerable.Range(0, model.ComponentCount), k => Component(writer, k));
        Write(writer, "box", ColumnAxis.Box);
        Array(writer, "axes", content.Axes, axis => Axis(writer, axis));
        Curve(writer, content.Curve);
        Points(writer, content);
    }

    private static void Component(Utf8JsonWriter writer, int component)
    {
        writer.WriteStartObject();
        writer.WriteString("light", Palette.Of(component).ToString());
        writer.WriteString("dark", PageColours.Dark(component).ToString());
        writer.WriteString("dash", Svg.Dashes(Palette.PenOf(component, 1)) ?? string.Empty);
        writer.WriteEndObject();
    }

    private static void Axis(Utf8JsonWriter writer, ColumnAxis axis)
    {
        writer.WriteStartObject();
        writer.WriteNumber("low", axis.Low);
        writer.WriteNumber("high", axis.High);
        writer.WriteNumber("top", axis.Top);
        if (axis.Bars is { } bars)
        {
            writer.WriteStartObject("bars");
            writer.WriteNumber("left", bars.Left);
            writer.WriteNumber("width", bars.Width);
            Array(writer, "heights", bars.Heights, writer.WriteNumberValue);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Curve(Utf8JsonWriter writer, CurveAxes curve)
    {
        writer.WriteStartObject("curve");
        Write(writer, "box", curve.Frame.Box);
        writer.WriteNumber("from", curve.Frame.X.Low);
        writer.WriteNumber("to", curve.Frame.X.High);
        writer.WriteNumber("low", curve.Frame.Y.Low);
        writer.WriteNumber("high", curve.Frame.Y.High);
        writer.WriteEndObject();
    }

    private static void Points(Utf8JsonWriter writer, PageContent content)
    {
        writer.WriteStartObject("points");
        Array(writer, "rows", content.Rows, row =>
        {
            writer.WriteStartArray();
            foreach (double value in content.Data.Row(row))
            {
                writer.WriteNumberValue(value);
            }

            writer.WriteEndArray();
        });
        if (!content.Data.Weights.IsEmpty)
        {
            double heaviest = content.Rows.Max(content.Data.WeightOf);
            Array(writer, "sizes", content.Rows, row =>
                writer.WriteNumberValue(Math.Round(Math.Max(0.3, Math.Sqrt(content.Data.WeightOf(row) / heaviest)), 3)));
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, Box box)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("left", box.Left);
        writer.WriteNumber("top", box.Top);
        writer.WriteNumber("width", box.Width);
        writer.WriteNumber("height", box.Height);
        writer.WriteEndObject();
    }

    private static void Array<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        writer.WriteEndArray();
    }
}
