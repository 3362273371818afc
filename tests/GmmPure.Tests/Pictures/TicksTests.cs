using System.Globalization;
using GmmPure.Pictures.Axes;

namespace GmmPure.Tests.Pictures;

public class TicksTests
{
    [Fact]
    public void Ticks_are_nice_numbers_written_as_people_write_them()
    {
        Assert.Equal(["0", "0.1", "0.2", "0.3", "0.4", "0.5"], Ticks.Of(-0.02, 0.52, 6).Labels);
        Assert.Equal(["−1", "−0.5", "0", "0.5", "1"], Ticks.Of(-1.1, 1.1, 5).Labels);
        Assert.Equal(["40", "60", "80", "100"], Ticks.Of(38, 101, 5).Labels);
        Assert.Equal(["20000", "40000"], Ticks.Of(15_000, 41_000, 2).Labels);
    }

    [Fact]
    public void Ticks_are_the_doubles_nearest_to_what_is_written()
    {
        var ticks = Ticks.Of(0, 1, 10);
        Assert.Equal(ticks.Labels.Select(label => double.Parse(label, CultureInfo.InvariantCulture)), ticks.Values);
        Assert.Contains(0.3, ticks.Values);
    }

    [Fact]
    public void A_power_of_ten_stands_beside_the_axis()
    {
        var large = Ticks.Of(0, 3.2e120, 4);
        Assert.Equal(["0", "1", "2", "3"], large.Labels);
        Assert.Equal("velocity (×10¹²⁰)", large.Titled("velocity"));
        var small = Ticks.Of(0, 3.2e-120, 4);
        Assert.Equal(["0", "1", "2", "3"], small.Labels);
        Assert.Equal("velocity (×10⁻¹²⁰)", small.Titled("velocity"));
    }

    [Fact]
    public void A_far_offset_stands_beside_the_axis()
    {
        var ticks = Ticks.Of(1e15 - 3, 1e15 + 45, 5);
        Assert.Equal(["0", "10", "20", "30", "40"], ticks.Labels);
        Assert.Equal("x − 10¹⁵", ticks.Titled("x"));
        Assert.Equal("year + 123400", Ticks.Of(-123400.2, -123399.2, 4).Titled("year"));
    }

    [Fact]
    public void Whole_numbers_stay_whole() => Assert.Equal(["1", "2", "3"], Ticks.Of(0.9, 3.1, 10, isWhole: true).Labels);

    /// <summary>Ranges of all sizes and places: in order, within the range, neither too few nor too many, with labels apart.</summary>
    [Fact]
    public void Every_range_has_ticks()
    {
        var random = new Random(11);
        for (int i = 0; i < 3000; i++)
        {
            double size = Math.Pow(10, random.Next(-130, 130)) * (1 + random.NextDouble());
            double low = size * (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(0, 14));
            var scale = new Scale(low, low + size, 0, 500);
            int most = random.Next(3, 12);
            var ticks = Ticks.Of(scale.Low, scale.High, most);

            Assert.InRange(ticks.Values.Length, most / 3, most + 1);
            Assert.All(ticks.Values, value => Assert.InRange(value, scale.Low - (size * 1e-9), scale.High + (size * 1e-9)));
            Assert.Equal(ticks.Values.Length, ticks.Labels.Distinct().Count());
            Assert.All(ticks.Labels, label => Assert.True(label.Length <= 9, $"{label} of {scale.Low} to {scale.High}"));
        }
    }
}
