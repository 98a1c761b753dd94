using System.Collections.Concurrent;
using Parameterize.Printing;
using Parameterize.Tool.Loading;

namespace Parameterize.Tool.Sweep;

/// <summary>
/// A process that runs trials for another one, one at a time: ids come in, a line each, and results go out. When no more can come, since
/// the other has closed its end or is gone, the running trial stops.
/// </summary>
internal static class TrialWorker
{
    /// <summary>Runs what is asked for; the exit code.</summary>
    public static int Run(UserExperiment experiment, Printer printer, CancellationToken cancellation)
    {
        Console.SetOut(Console.Error); // what the experiment prints is no result; the printer has the other writer
        using var noMore = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var ids = new BlockingCollection<string>();
        new Thread(Read) { IsBackground = true }.Start();
        try
        {
            foreach (var id in ids.GetConsumingEnumerable(cancellation))
            {
                experiment.Run([id], (_, line) => Answer(printer, line), noMore.Token);
            }

            return ExitCode.Ok;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted; // of which the other says what there is to say
        }

        void Read()
        {
            while (Console.In.ReadLine() is { } id)
            {
                ids.Add(id, CancellationToken.None);
            }

            noMore.Cancel();
            ids.CompleteAdding();
        }
    }

    private static void Answer(Printer printer, string line)
    {
        printer.Line(line);
        printer.Output.Flush();
    }
}
