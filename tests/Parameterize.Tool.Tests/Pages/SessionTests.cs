using System.Text.RegularExpressions;
using Parameterize.Tool.Tests.Kit;

namespace Parameterize.Tool.Tests.Pages;

/// <summary>
/// What pages show that a command prints is what it prints: of sessions under a rule <c>run: PROJECT</c>, which is one of the samples.
/// </summary>
public sealed partial class SessionTests
{
    public static TheoryData<string> Sessions =>
        [.. FencedBlock.All.Where(block => block.Named("run") is not null).Select(block => block.Place)];

    /// <summary>The commands of a session.</summary>
    public static IEnumerable<string> Commands(string session) =>
        session.Split('\n').Where(line => line.StartsWith("$ ", StringComparison.Ordinal)).Select(line => line[2..]);

    /// <summary>Numbers that are measured have two decimals, and are another machine's.</summary>
    [Theory]
    [MemberData(nameof(Sessions))]
    public async Task Prints_what_is_shown(string place)
    {
        var block = FencedBlock.All.Single(one => one.Place == place);
        var shown = block.Text.Split('\n').ToArray();
        Assert.StartsWith("$ parameterize ", shown[0], StringComparison.Ordinal);
        string[] arguments =
        [
            .. shown[0].Split(" | ")[0].Split(' ')[2..].Select(argument => argument == block.Named("run") ? ToolRun.Sample : argument),
        ];
        var run = await ToolRun.Of(arguments);
        Assert.NotEqual(2, run.ExitCode);
        var printed = run.Output.Split('\n');
        var expected = shown.Skip(1).TakeWhile(line => !line.StartsWith("$ ", StringComparison.Ordinal)).ToArray();
        Assert.True(expected.Length > 2, "Nothing is shown.");
        Assert.Equal(Text(expected), Text(printed.Take(expected.Length)));
    }

    [Fact]
    public void There_are_sessions() => Assert.True(FencedBlock.All.Count(block => block.Named("run") is not null) > 2, "Few sessions are found.");

    private static string Text(IEnumerable<string> lines) => string.Join('\n', lines.Select(Masked)).TrimEnd();

    private static string Masked(string line) => Spaces().Replace(Measured().Replace(line, "#"), " ");

    [GeneratedRegex(@"-?\d+\.\d\d\b")]
    private static partial Regex Measured();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
