using BenchmarkDotNet.Running;
using Parameterize.Benchmarks;
using Parameterize.Benchmarks.Mup;
using Parameterize.Benchmarks.Slopes;

// `forward`, `construction`, `keystroke`, `build` (all four where nothing is said), `mup` and `slopes` print their figures in some
// minutes; anything else goes to BenchmarkDotNet, which without arguments would ask, and wait for an answer.
switch (args)
{
    case ["mup", .. var options]:
        return MupCommand.Command().Parse(options).Invoke();
    case ["slopes", .. var words]:
        SlopesReport.Print(Console.Out, string.Join(' ', words));
        return 0;
    case [MupCommand.OwnSide, var check]:
        Console.WriteLine(OwnCheck.Run(PeerCheck.Read(check)).ToJson());
        return 0;
    case var _ when Reports.Asked(args) is [_, ..] reports:
        foreach (var report in reports)
        {
            Reports.Print(report);
        }

        return 0;
    default:
        _ = BenchmarkSwitcher.FromAssembly(typeof(ForwardBenchmarks).Assembly).Run(args);
        return 0;
}
