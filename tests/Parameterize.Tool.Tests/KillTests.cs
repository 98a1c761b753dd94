using Parameterize.Tool.Tests.Kit;
using Xunit.Abstractions;

namespace Parameterize.Tool.Tests;

/// <summary>A sweep that is killed again and again ends with the results of one that is not.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Kills = 20;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Kills_at_random_moments_leave_no_trace()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        string broken = _folder.File("broken.jsonl"), whole = _folder.File("whole.jsonl");

        var killed = 0;
        for (var kill = 0; kill < Kills; kill++) killed += await KillSoon(broken, random) ? 1 : 0;
        var there = File.ReadAllText(broken).Count(letter => letter == '\n');
        (await ToolProcess.Finish(ToolProcess.Start(Arguments(broken)))).Expect(0);
        (await ToolRun.Of(Arguments(whole))).Expect(0);

        output.WriteLine($"{killed} kills, {there} trials before the last run");
        Assert.Equal(Kills, killed);
        Assert.InRange(there, 1, Subjects.TinyExperiment.Count - 1);
        Assert.Equal((await ToolRun.Of("merge", whole)).Output, (await ToolRun.Of("merge", broken)).Expect(0).Output);
    }

    // Most kills come while trials are being written, so the moment counts from the first byte of this run; some come before.
    private static async Task<bool> KillSoon(string file, Random random)
    {
        var length = Length(file);
        using var process = ToolProcess.Start(Arguments(file));
        var patience = random.Next(5) == 0 ? random.Next(100) : 10_000;
        for (var waited = 0; waited < patience && Length(file) == length && !process.HasExited; waited++) await Task.Delay(1);
        Thread.SpinWait(random.Next(400_000));
        var running = !process.HasExited;
        process.Kill(); // SIGKILL
        await process.WaitForExitAsync();
        return running;
    }

    private static long Length(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;

    private static string[] Arguments(string file) =>
        ["sweep", ToolRun.OwnAssembly, "--experiment", "TinyExperiment", "--output", file, "--jobs", "2"];
}
