using Parameterize.Tool.Tests.Kit;
using Xunit.Abstractions;

namespace Parameterize.Tool.Tests;

/// <summary>
/// A sweep that is killed again and again ends with the results of one that is not. PARAMETERIZE_KILLS kills it more often.
/// </summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private static readonly int Kills = Given("PARAMETERIZE_KILLS") ?? 12; // at other moments each time

    // A machine so busy that kills come too late ends the test, and not the patience of who waits for it.
    private static readonly int MostFiles = 4 + (Kills / 2);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Kills_at_random_moments_leave_no_trace()
    {
        var seed = Given("PARAMETERIZE_SEED") ?? Environment.TickCount;
        output.WriteLine($"PARAMETERIZE_SEED={seed}");
        var random = new Random(seed);
        var files = new List<string> { _folder.File("0.jsonl") };
        var killed = 0;
        while (killed < Kills && files.Count < MostFiles)
        {
            if (await KillSoon(files[^1], random)) killed++;
            else files.Add(_folder.File($"{files.Count}.jsonl")); // it came to its end first
        }

        var whole = _folder.File("whole.jsonl");
        (await ToolRun.Of(Arguments(whole))).Expect(0);
        var expected = (await ToolRun.Of("merge", whole)).Expect(0).Output;
        output.WriteLine($"{killed} kills, {files.Count} files");
        Assert.Equal(Kills, killed);
        foreach (var file in files)
        {
            (await ToolProcess.Finish(ToolProcess.Start(Arguments(file)))).Expect(0);
            Assert.Equal(expected, (await ToolRun.Of("merge", file)).Expect(0).Output);
        }
    }

    private static int? Given(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), out var given) ? given : null;

    // Most kills come while trials are being written, so the moment counts from the first byte of this run; some come before.
    private static async Task<bool> KillSoon(string file, Random random)
    {
        var length = Length(file);
        var kept = Whole(file);
        using var process = ToolProcess.Start(Arguments(file));
        var patience = random.Next(5) == 0 ? random.Next(100) : 10_000;
        for (var waited = 0; waited < patience && Length(file) == length && !process.HasExited; waited++) await Task.Delay(1);
        Thread.SpinWait(random.Next(100_000));
        var running = !process.HasExited;
        process.Kill(); // SIGKILL
        await process.WaitForExitAsync();
        Assert.StartsWith(kept, Whole(file), StringComparison.Ordinal); // what had ended is there, and where it was
        return running;
    }

    private static string Whole(string file)
    {
        var text = File.Exists(file) ? File.ReadAllText(file) : "";
        return text[..(text.LastIndexOf('\n') + 1)];
    }

    private static long Length(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;

    private static string[] Arguments(string file) =>
        ["sweep", ToolRun.OwnAssembly, "--experiment", "TinyExperiment", "--output", file, "--jobs", "2"];
}
