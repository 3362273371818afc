using GmmPure.Pictures.Colours;
using GmmPure.Pictures.Marks;

namespace GmmPure.Tests.Pictures;

public class ColourTests
{
    [Fact]
    public void The_first_colours_are_Okabe_and_Itos() =>
        Assert.Equal("#0072b2 #e69f00 #009e73 #d55e00 #56b4e9 #cc79a7", string.Join(' ', Enumerable.Range(0, 6).Select(Palette.Of)));

    [Fact]
    public void Forty_components_have_forty_looks() =>
        Assert.Equal(40, Enumerable.Range(0, 40).Select(k => (Palette.Of(k), Palette.DashOf(k))).Distinct().Count());

    [Fact]
    public void A_certain_row_has_its_components_colour()
    {
        for (int k = 0; k < 12; k++)
        {
            double[] certain = [.. Enumerable.Range(0, 12).Select(i => i == k ? 1.0 : 0)];
            Assert.Equal(Palette.Of(k), Palette.Mix(certain));
        }
    }

    [Fact]
    public void A_row_in_doubt_looks_like_neither_and_is_between_both()
    {
        var (blue, orange) = (Oklab.Of(Palette.Of(0)), Oklab.Of(Palette.Of(1)));
        var between = Oklab.Of(Palette.Mix([0.5, 0.5]));

        Assert.Equal((blue.Lightness + orange.Lightness) / 2, between.Lightness, 2);
        Assert.Equal((blue.Yellow + orange.Yellow) / 2, between.Yellow, 2);
    }

    [Fact]
    public void Every_grey_comes_back_from_the_eyes_scale() =>
        Assert.All(Enumerable.Range(0, 256), level =>
        {
            var grey = new Colour((byte)level, (byte)level, (byte)level);
            Assert.Equal(grey, Oklab.Of(grey).ToColour());
        });

    /// <summary>Viénot, Brettel and Mollon (1999): what is left of red and green, for who lacks either cone.</summary>
    [Theory]
    [InlineData(0.112, 0.888)]
    [InlineData(0.293, 0.707)]
    public void The_first_seven_can_be_told_apart_without_red_or_green(double red, double green)
    {
        var seen = Enumerable.Range(0, 7).Select(Palette.Of).Select(colour =>
        {
            double light = (red * Math.Pow(colour.Red / 255.0, 2.2)) + (green * Math.Pow(colour.Green / 255.0, 2.2));
            byte both = (byte)Math.Round(255 * Math.Pow(light, 1 / 2.2));
            return Oklab.Of(new Colour(both, both, colour.Blue));
        }).ToArray();

        for (int i = 0; i < seen.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double distance = Math.Sqrt(
                    Math.Pow(seen[i].Lightness - seen[j].Lightness, 2)
                    + Math.Pow(seen[i].Red - seen[j].Red, 2)
                    + Math.Pow(seen[i].Yellow - seen[j].Yellow, 2));
                Assert.True(distance > 0.08, $"{i} and {j}: {distance}");
            }
        }
    }

    [Fact]
    public void Roots_and_exponentials_are_right()
    {
        Assert.All(
            Enumerable.Range(1, 400).Select(i => i / 100.0),
            x => Assert.Equal(Math.Cbrt(x), GmmPure.Pictures.Colours.Elementary.Root(x, 3), 13));
        Assert.All(
            Enumerable.Range(0, 700).Select(i => -i * 0.999),
            x => Assert.Equal(1, GmmPure.Pictures.Colours.Elementary.Exp(x) / Math.Exp(x), 12));
        Assert.Equal(0, GmmPure.Pictures.Colours.Elementary.Exp(double.NegativeInfinity));
    }
}
