using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Parameterize.Charts.Tests;

/// <summary>Where the words of a drawing lie, by the widths of the widest font that a reader may have.</summary>
internal static partial class TextBoxes
{
    private const double Ascent = 0.76;
    private const double Descent = 0.24;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Fails where a text is cut by the edge of its drawing, or stands on another.</summary>
    public static void Check(string markup, string about)
    {
        foreach (var drawing in XDocument.Parse(markup).Descendants(Svg + "svg"))
        {
            var size = drawing.Attribute("viewBox")!.Value.Split(' ').Select(Number).ToArray();
            var all = new Rectangle(0, 0, size[2], size[3]);
            var boxes = Of(drawing).ToArray();
            Assert.All(boxes, one => Assert.True(all.Contains(one.Box), $"{about}: '{one.Text}' {one.Box} leaves {all}"));
            for (var one = 0; one < boxes.Length; one++)
                for (var two = one + 1; two < boxes.Length; two++)
                    Assert.False(boxes[one].Box.Overlaps(boxes[two].Box), $"{about}: '{boxes[one]}' stands on '{boxes[two]}'");
        }
    }

    private static IEnumerable<(string Text, Rectangle Box)> Of(XElement drawing) => drawing.Descendants(Svg + "text").Select(text =>
    {
        var size = Number(text.Attribute("font-size")!.Value);
        var raised = text.Elements(Svg + "tspan").Any(span => (string?)span.Attribute("class") == "up");
        var width = text.Nodes().Sum(node => Width(node, size)) * ((string?)text.Attribute("class") == "title" ? TextMetrics.Bold : 1);
        var (x, y) = Place(text);
        var left = x - ((string?)text.Attribute("text-anchor") switch { "middle" => width / 2, "end" => width, _ => 0 });
        var baseline = y + (text.Attribute("dy") is null ? 0 : 0.35 * size);
        var top = baseline - (raised ? 0.4 + 0.75 * Ascent : Ascent) * size;
        return (text.Value, new Rectangle(left, top, width, baseline + Descent * size - top));
    });

    private static double Width(XNode node, double size) => node switch
    {
        XText text => TextMetrics.Width(text.Value, size),
        XElement span => TextMetrics.Width(span.Value, size) * ((string?)span.Attribute("class") == "up" ? 0.75 : 1),
        _ => 0,
    };

    private static (double X, double Y) Place(XElement text)
    {
        var (x, y) = (Number(text.Attribute("x")!.Value), Number(text.Attribute("y")!.Value));
        foreach (var shift in text.Ancestors().Attributes("transform").Select(one => Shift().Match(one.Value)))
            (x, y) = (x + Number(shift.Groups[1].Value), y + Number(shift.Groups[2].Value));
        return (x, y);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^translate\(([-\d.]+) ([-\d.]+)\)$")]
    private static partial Regex Shift();
}
