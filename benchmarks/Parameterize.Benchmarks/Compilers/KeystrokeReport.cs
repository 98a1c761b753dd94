using System.Globalization;
using Parameterize.Experiments.Statistics;

namespace Parameterize.Benchmarks.Compilers;

/// <summary>
/// <c>bench keystroke</c>: what a keystroke costs with our generator, with that of System.Text.Json and with that of CommunityToolkit.Mvvm,
/// in rounds in which each runs once: what else the machine does meets all of them.
/// </summary>
internal static class KeystrokeReport
{
    private const int WarmUps = 5;
    private const int Rounds = 25;

    public static void Print(TextWriter output)
    {
        output.WriteLine($"A keystroke, in microseconds and kilobytes for each annotated class; ratios to System.Text.Json in the same " +
            $"of {Rounds} rounds.");
        foreach (var classes in new[] { 100, 1000 })
        {
            foreach (var isOwn in new[] { false, true })
            {
                Print(output, classes, isOwn);
            }
        }
    }

    private static void Print(TextWriter output, int classes, bool isOwn)
    {
        output.WriteLine();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{classes} classes, typed {(isOwn ? "in a method of one of them" : "elsewhere"),-28}    us      KB   ratio, median (least " +
            $"to greatest)"));
        var typists = Subject.All.Select(subject => (Subject: subject, Typist: new Keystrokes(subject, classes), Costs: new List<Cost>()))
            .ToArray();
        for (var round = 0; round < WarmUps + Rounds; round++)
        {
            foreach (var (_, typist, costs) in round % 2 == 0 ? typists : typists.Reverse())
            {
                var cost = typist.Type(isOwn);
                if (round >= WarmUps)
                {
                    costs.Add(cost);
                }
            }
        }

        var peer = typists.Single(one => one.Subject == Subject.Json).Costs;
        foreach (var (subject, _, costs) in typists)
        {
            var ratio = Summary.Of(costs.Zip(peer, (own, their) => own.Microseconds / their.Microseconds));
            var (time, bytes) =
                (Summary.Of(costs.Select(cost => cost.Microseconds)).Median, Summary.Of(costs.Select(cost => cost.Bytes)).Median);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {subject.Name,-47} {time,7:F1} {bytes / 1024,7:F1}   {ratio.Median:F2} ({ratio.Minimum:F2} to {ratio.Maximum:F2})"));
        }
    }
}
