namespace Parameterize.Charts.Svg;

/// <summary>
/// Finds a place beside a marked point where a label covers no other label, and data as little as can be; ties go to the nearer place.
/// </summary>
internal sealed class LabelPlacer(Rectangle plot)
{
    private readonly List<Rectangle> _taken = [];
    private readonly List<(double X, double Y)> _data = [];

    /// <summary>Data to keep clear of: points, and places along the lines between them.</summary>
    public void Avoid(IEnumerable<(double X, double Y)> points)
    {
        (double X, double Y)? before = null;
        foreach (var point in points)
        {
            if (!double.IsFinite(point.X) || !double.IsFinite(point.Y))
            {
                before = null;
                continue;
            }

            var from = before ?? point;
            var steps = (int)Math.Clamp(Math.Max(Math.Abs(point.X - from.X), Math.Abs(point.Y - from.Y)) / 4, 1, 400);
            for (var i = 1; i <= steps; i++)
            {
                _data.Add((from.X + (point.X - from.X) * i / steps, from.Y + (point.Y - from.Y) * i / steps));
            }

            before = point;
        }
    }

    /// <summary>A ring that no label may cover.</summary>
    public void Take(double x, double y, double radius) => _taken.Add(new Rectangle(x - radius, y - radius, 2 * radius, 2 * radius));

    /// <summary>The best place for a label, taken from now on; null where every one is out of the plot or on another label.</summary>
    public Rectangle? Place(double x, double y, double width, double height)
    {
        Rectangle[] free = [.. Candidates(x, y, width, height).Where(place => plot.Contains(place) && !_taken.Exists(place.Overlaps))];
        if (free.Length == 0)
        {
            return null;
        }

        var best = free.MinBy(place => _data.Count(point => place.Contains(point.X, point.Y)));
        _taken.Add(best);
        return best;
    }

    private static IEnumerable<Rectangle> Candidates(double x, double y, double width, double height)
    {
        foreach (var away in (double[])[10, 24, 40, 60])
        {
            yield return new Rectangle(x - width / 2, y + away, width, height);
            yield return new Rectangle(x - width / 2, y - away - height, width, height);
            yield return new Rectangle(x + away, y - height / 2, width, height);
            yield return new Rectangle(x - away - width, y - height / 2, width, height);
            yield return new Rectangle(x + away * 0.7, y + away * 0.7, width, height);
            yield return new Rectangle(x + away * 0.7, y - away * 0.7 - height, width, height);
            yield return new Rectangle(x - away * 0.7 - width, y + away * 0.7, width, height);
            yield return new Rectangle(x - away * 0.7 - width, y - away * 0.7 - height, width, height);
        }
    }
}
