using System.CommandLine;
using Parameterize.Experiments.Sweeps;
using Parameterize.Printing;
using Parameterize.Tool.Loading;

namespace Parameterize.Tool.Check;

/// <summary><c>parameterize check</c>: trains an experiment's models over width, and compares slopes with the predicted ones.</summary>
internal static class CheckCommand
{
    public static Command Of(Printer printer)
    {
        var path = new UserPath();
        var experiment = CommonOptions.Experiment();
        var variant =
            new Option<string?>("--variant") { Description = "One of the experiment's parametrizations; left out, all but baselines." };
        var widths = new Option<string?>("--widths") { Description = "Smallest and largest width, as 64,1024; those between double." };
        var seeds = CommonOptions.Count("--seeds", "Seeds of each width.");
        var steps = CommonOptions.Count("--steps", "Steps before the change is measured.");
        var rate = new Option<double?>("--rate") { Description = "The base learning rate." };
        var tolerance = new Option<double>("--tolerance") { Description = "How far a slope may be off.", DefaultValueFactory = _ => 0.1 };
        var placement = new PlacementOptions();
        var output = new Option<FileInfo?>("--output", "-o")
        {
            Description = "Draw it too, step by step, the baseline beside it: a page (.html) or a drawing (.svg).",
        };
        var json = new Option<bool>("--json") { Description = "Print JSON, a line for each parametrization." };
        var csv = new Option<bool>("--csv") { Description = "Print CSV, a row for each slope." };
        var command = new Command("check", "Trains an experiment's models at several widths: measured slopes against predicted ones. " +
            "Exit code 1 if one is not as predicted.");
        path.AddTo(command);
        foreach (var option in new Option[] { experiment, variant, widths, seeds, steps, rate, tolerance, output, json, csv })
        {
            command.Add(option);
        }

        placement.AddTo(command);
        command.SetExplained(printer, (parsed, cancellation) =>
        {
            CommonOptions.OneOf(parsed, json, csv);
            var range = parsed.GetValue(widths) is { } text ? Range(text) : ((long, long)?)null;
            foreach (var (name, value) in new[] { (rate.Name, parsed.GetValue(rate)), (tolerance.Name, parsed.GetValue(tolerance)) })
            {
                if (value is { } number && !(number > 0 && double.IsFinite(number)))
                {
                    throw new UserException($"{name} is a number greater than 0.");
                }
            }

            var drawing = CheckDrawing.To(parsed.GetValue(output));
            var (assembly, _) = path.Resolve(parsed, printer);
            var found = UserExperiment.Load(assembly, parsed.GetValue(experiment));
            placement.Place(parsed, found, runs: true);
            var (passed, reports) = (true, new List<CheckReport>());
            foreach (var one in Chosen(found, parsed.GetValue(variant)))
            {
                var report = Report(one);
                if (parsed.GetValue(json))
                {
                    printer.Line(report.ToJson());
                }
                else if (!parsed.GetValue(csv))
                {
                    CheckPrinter.Print(printer, report);
                }

                reports.Add(report);
                passed &= report.Passed;
                drawing?.Add(report);
            }

            if (parsed.GetValue(csv))
            {
                printer.Output.Write(CheckPrinter.Csv(reports));
                foreach (var report in reports.Where(report => report.Shapes is { Passed: false }))
                {
                    printer.Error.Write($"{report.Variant}: {report.Shapes!.Summary} Nothing is trained.\n{report.Shapes.Diagnosis}\n");
                }
            }

            if (drawing is not null)
            {
                foreach (var baseline in drawing.Beside(found.Variants(all: true), found.Variants(all: false)))
                {
                    drawing.AddBeside(Report(baseline));
                }

                printer.Error.Write($"drawn: {drawing.Write()}\n");
            }

            CheckReport Report(string one) => printer.WithProgress(one, progress => CheckReport.FromJson(found.Check(
                one, range, parsed.GetValue(seeds), parsed.GetValue(steps), parsed.GetValue(rate), parsed.GetValue(tolerance),
                drawing is not null, (done, total, label) => progress?.Report(new TrialProgress(done, total, label)), cancellation)));

            return passed ? ExitCode.Ok : ExitCode.Failed;
        });
        return command;
    }

    private static string[] Chosen(UserExperiment experiment, string? variant)
    {
        if (variant is null)
        {
            return experiment.Variants(all: false);
        }

        var all = experiment.Variants(all: true);
        return all.Contains(variant, StringComparer.Ordinal)
            ? [variant]
            : throw new UserException($"There is no --variant {variant}; there are: {string.Join(", ", all)}.");
    }

    private static (long Smallest, long Largest) Range(string text) =>
        text.Split(',') is [var first, var last] && long.TryParse(first, out var smallest) && long.TryParse(last, out var largest)
            && smallest > 0 && largest >= 2 * smallest
            ? (smallest, largest)
            : throw new UserException($"--widths takes the smallest and the largest width, the largest at least twice the smallest, as " +
              $"64,1024; '{text}' is not that.");
}
