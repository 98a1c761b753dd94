using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Parameterize.Benchmarks;
using Parameterize.Benchmarks.Mup;

// `forward`, `generator` and `mup` print their figures in some minutes; anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["forward", ..]:
        ForwardReport.Print(Console.Out);
        return 0;
    case ["generator", ..]:
        ParseReport.Print(Console.Out);
        var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
        _ = BenchmarkRunner.Run<GeneratorBenchmarks>(DefaultConfig.Instance.AddJob(job));
        return 0;
    case ["mup", .. var options]:
        return MupCommand.Command().Parse(options).Invoke();
    case [MupCommand.OwnSide, var check]:
        Console.WriteLine(OwnCheck.Run(PeerCheck.Read(check)).ToJson());
        return 0;
    default:
        _ = BenchmarkSwitcher.FromAssembly(typeof(GeneratorBenchmarks).Assembly).Run(args);
        return 0;
}
