using System.Text;
using Parameterize.Experiments;
using Parameterize.Tool.Loading;
using Parameterize.Tool.Printing;

namespace Parameterize.Tool.Sweep;

/// <summary>Runs trials, several at once.</summary>
internal sealed class SweepRun(Printer printer, UserExperiment experiment, string name, int jobs)
{
    /// <summary>Appends to a file what it lacks.</summary>
    public void Into(string path, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        using var store = ResultStore.Open(path);
        var there = ids.Count(store.Contains);
        printer.WithProgress(name, progress => TrialRun.Of(store, ids, id => id, Run, jobs, progress, cancellation));
        printer.Error.Write(FormattableString.Invariant($"{name}: {ids.Count - there} trials run, {there} were there already: {path}\n"));
    }

    /// <summary>Prints each result when its trial ends.</summary>
    public void Print(IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        Lock gate = new();
        Spread.Over(ids, jobs, Print, cancellation);

        bool Print(string id)
        {
            var line = experiment.Run(id, cancellation);
            lock (gate)
            {
                printer.Line(line);
                printer.Output.Flush();
            }

            return true;
        }
    }

    private TrialResult Run(string id, CancellationToken cancellation) =>
        ResultLine.TryRead(Encoding.UTF8.GetBytes(experiment.Run(id, cancellation)))
            ?? throw new UserException($"Trial '{id}' gave no result that this tool can read: its Parameterize.Experiments is of another version.");
}
