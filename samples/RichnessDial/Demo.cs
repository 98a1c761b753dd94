using System.CommandLine;
using Parameterize.Samples.RichnessDial.Kernel;
using Parameterize.Samples.RichnessDial.Plane;
using static TorchSharp.torch;

namespace Parameterize.Samples.RichnessDial;

/// <summary>The whole sample, in the order of what it prints.</summary>
internal static class Demo
{
    private static readonly Option<bool> PlaneOption = new("--plane")
    {
        Description = "Leave the rules by powers of the width, layer by layer: only the line of all r trains. Writes plane.html.",
    };

    private static readonly Option<bool> KernelOption = new("--kernel")
    {
        Description = "Train networks beside their linearizations and kernel regression: the lazy are these, the rich are not. Writes " +
            "kernel.html.",
    };

    public static RootCommand Command { get; } = SampleCommand.Of(
        "RichnessDial",
        "The dial from lazy to rich: what r does to features, tangent kernel and loss, against the tutorial (arXiv 2404.19719).",
        "Widths to 2048, for the kernel to 4096, and twenty seeds: hours on two cores.",
        Run,
        SampleOptions.Device,
        SampleOptions.Dtype,
        PlaneOption,
        KernelOption);

    public static int Run(SampleRun run)
    {
        run.Say("What the generator wrote for DialNet, as formulas:\n");
        run.Say(DialNet.Scaling.ToString());
        run.Say("");
        set_num_threads(1); // every core is busy with a trial of its own
        using var store = run.OpenTrials();
        if (run.Asked(PlaneOption))
        {
            return PlaneReport.Finish(run, PlaneStudy.Run(run, store));
        }

        if (run.Asked(KernelOption))
        {
            return KernelReport.Finish(run, KernelStudy.Run(run, store));
        }

        var results = DialStudy.Run(run, store);
        run.Print("Change of hidden layers (root mean square), slope over width: r - 1/2", Tables.Slopes(results.Changes));
        run.Print("Relative change of the tangent kernel, slope over width: 2r - 1", Tables.Drifts(results));
        run.Print("Alignment of weights with what comes in, slope over width", Tables.Slopes(results.Alignments));
        run.Print("Three linear layers: the tutorial's table of norms", Tables.Slopes(results.Norms));
        run.Print("Four gauges, one trajectory", Tables.Gauges(results.Gauges));
        run.Print("Wider is better at r = 1/2", Tables.Losses(results.Losses));
        run.Say(Tables.Summary(results));
        return run.Finish(Report.Page(results));
    }
}
