using System.Text;
using Parameterize.Experiments.Sweeps;
using Parameterize.Printing;
using Parameterize.Tool.Loading;

namespace Parameterize.Tool.Sweep;

/// <summary>Runs trials, several at once, and keeps or prints what they give.</summary>
internal sealed class SweepRun(Printer printer, UserExperiment experiment, string name, int jobs)
{
    /// <summary>Appends to a file what it lacks.</summary>
    public void Into(string path, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        using var store = ResultStore.Open(path);
        string[] missing = [.. ids.Where(id => !store.Contains(id))];
        var there = ids.Count - missing.Length;
        printer.WithProgress(name, progress =>
        {
            var done = there;
            progress?.Report(new TrialProgress(done, ids.Count, ""));
            experiment.Run(missing, jobs, Keep, cancellation);
            return done;

            void Keep(string id, string line)
            {
                store.Append(Read(id, line));
                progress?.Report(new TrialProgress(Interlocked.Increment(ref done), ids.Count, id));
            }
        });
        printer.Error.Write(FormattableString.Invariant($"{name}: {missing.Length} trials run, {there} were there already: {path}\n"));
    }

    /// <summary>Prints each result when its trial ends.</summary>
    public void Print(IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        Lock gate = new();
        experiment.Run(ids, jobs, Print, cancellation);

        void Print(string id, string line)
        {
            lock (gate)
            {
                printer.Line(line);
                printer.Output.Flush();
            }
        }
    }

    private static TrialResult Read(string id, string line) => ResultLine.TryRead(Encoding.UTF8.GetBytes(line))
        ?? throw new UserException(
            $"Trial '{id}' gave no result that this tool can read: its Parameterize.Experiments is of another version.");
}
