using System.CommandLine;
using System.Globalization;
using Parameterize.Printing;
using Parameterize.Tool.Loading;

namespace Parameterize.Tool.Sweep;

/// <summary><c>parameterize sweep</c>: runs an experiment, or a part of it, on this machine.</summary>
internal static class SweepCommand
{
    public static Command Of(Printer printer)
    {
        var path = new UserPath();
        var experiment = CommonOptions.Experiment();
        var plan = new Option<bool>("--plan") { Description = "Print the trials' ids, one a line, and run nothing." };
        var trial = new Option<string?>("--trial") { Description = "Run this one alone." };
        var shard = new Option<string?>("--shard") { Description = "Run one part of several, counted from 1: 1/8 to 8/8." };
        var output = new Option<FileInfo?>("--output", "-o")
        {
            Description =
            "A file to append results to, a line each; trials that it has are passed over. Left out, results are printed."
        };
        var jobs = CommonOptions.Count("--jobs",
            "How many trials run at once, each in a process of its own; left out, as many as there are cores, and 1 on a GPU.");
        var threads = CommonOptions.Count("--threads",
            "Threads inside each trial. The last bits of the results depend on it; left out, 1 on every machine.");
        var placement = new PlacementOptions();
        var resume =
            new Option<bool>("--resume") { Description = "Go on where an earlier run into the same file stopped; this happens anyway." };
        var isWorker =
            new Option<bool>("--worker") { Description = "Run the trials whose ids are read: what --jobs starts.", Hidden = true };
        var command = new Command("sweep", "Runs an experiment's trials. A run that was killed goes on where it was.");
        path.AddTo(command);
        foreach (var option in new Option[] { experiment, plan, trial, shard, output, jobs, threads, resume, isWorker })
        {
            command.Add(option);
        }

        placement.AddTo(command);
        command.SetExplained(printer, (parsed, cancellation) =>
        {
            if (parsed.GetValue(trial) is not null && parsed.GetValue(shard) is not null)
            {
                throw new UserException("--trial and --shard do not go together: a trial is the smallest part.");
            }

            var part = parsed.GetValue(shard) is { } text ? Shard.Parse(text) : Shard.All;
            var (assembly, _) = path.Resolve(parsed, printer);
            var found = UserExperiment.Load(assembly, parsed.GetValue(experiment));
            placement.Place(parsed, found, runs: !parsed.GetValue(plan));
            var ids = Chosen(found.Plan(), parsed.GetValue(trial), part);
            if (parsed.GetValue(plan))
            {
                foreach (var id in ids)
                {
                    printer.Line(id);
                }

                return ExitCode.Ok;
            }

            var perTrial = parsed.GetValue(threads) ?? 1;
            if (parsed.GetValue(isWorker))
            {
                found.UseThreads(perTrial);
                return TrialWorker.Run(found, printer, cancellation);
            }

            var atOnce = parsed.GetValue(jobs) ?? (placement.IsAccelerated(parsed) ? 1 : Environment.ProcessorCount);
            string[] worker =
            [
                "sweep", assembly, "--worker", "--experiment", parsed.GetValue(experiment)!,
                "--threads", perTrial.ToString(CultureInfo.InvariantCulture), .. placement.Arguments(parsed),
            ];
            var run = new SweepRun(printer, parsed.GetValue(experiment)!, (missing, ended, token) =>
            {
                if (Math.Min(atOnce, missing.Count) > 1)
                {
                    new WorkerProcesses(worker, printer.Error).Run(missing, Math.Min(atOnce, missing.Count), ended, token);
                }
                else if (missing.Count > 0)
                {
                    found.UseThreads(perTrial);
                    found.Run(missing, ended, token);
                }
            });
            if (parsed.GetValue(output) is { } file)
            {
                run.Into(file.FullName, found.MadeBy(perTrial), ids, cancellation);
            }
            else
            {
                run.Print(ids, cancellation);
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static IReadOnlyList<string> Chosen(string[] plan, string? trial, Shard part)
    {
        if (trial is null)
        {
            return part.Of(plan);
        }

        if (plan.Contains(trial, StringComparer.Ordinal))
        {
            return [trial];
        }

        throw new UserException(
            $"The plan of {plan.Length} trials has no '{trial}'; --plan prints them" + (plan.Length > 0 ? $", such as {plan[0]}." : "."));
    }
}
