using System.Text;
using Parameterize.Experiments.Sweeps;
using Parameterize.Printing;

namespace Parameterize.Tool.Sweep;

/// <summary>Runs trials, several at once, and keeps or prints what they give.</summary>
/// <param name="printer">Where results and progress go.</param>
/// <param name="name">The experiment's name.</param>
/// <param name="run">Runs the trials of ids, and tells when one has ended: one after the other, its id and its line.</param>
internal sealed class SweepRun(
    Printer printer, string name, Action<IReadOnlyList<string>, Action<string, string>, CancellationToken> run)
{
    /// <summary>Appends to a file what it lacks.</summary>
    /// <param name="path">The file.</param>
    /// <param name="madeBy">What makes the results; a file of another maker is refused.</param>
    /// <param name="ids">Which trials.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    public void Into(string path, string madeBy, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        using var store = ResultStore.Open(path, madeBy);
        string[] missing = [.. ids.Where(id => !store.Contains(id))];
        var there = ids.Count - missing.Length;
        printer.WithSpokenProgress(name, progress =>
        {
            var done = there;
            progress.Report(new TrialProgress(done, ids.Count, ""));
            run(missing, Keep, cancellation);
            return done;

            void Keep(string id, string line)
            {
                store.Append(Read(id, line));
                progress.Report(new TrialProgress(++done, ids.Count, id));
            }
        });
        printer.Error.Write(there == 0
            ? FormattableString.Invariant($"{name}: {missing.Length} trials run: {path}\n")
            : FormattableString.Invariant($"{name}: {missing.Length} trials run, {ResultReuse.InWords(there, ids.Count, path)}\n"));
    }

    /// <summary>Prints each result when its trial and those before it have ended: the same bytes, however many run at once.</summary>
    public void Print(IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var held = new Dictionary<string, string>(StringComparer.Ordinal);
        var printed = 0;
        try
        {
            run(ids, Hold, cancellation);
        }
        finally
        {
            foreach (var id in ids.Skip(printed).Where(held.ContainsKey)) // behind one that failed
            {
                printer.Line(held[id]);
            }

            printer.Output.Flush();
        }

        void Hold(string id, string line)
        {
            held.Add(id, line);
            while (printed < ids.Count && held.Remove(ids[printed], out var next))
            {
                printer.Line(next);
                printer.Output.Flush();
                printed++;
            }
        }
    }

    private static TrialResult Read(string id, string line) => ResultLine.TryRead(Encoding.UTF8.GetBytes(line))
        ?? throw new UserException(
            $"Trial '{id}' gave no result that this tool can read: its Parameterize.Experiments is of another version.");
}
