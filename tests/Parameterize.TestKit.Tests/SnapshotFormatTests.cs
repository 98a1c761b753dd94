using System.Text;
using Parameterize.Testing;
using Parameterize.Testing.Snapshots;

namespace Parameterize.TestKit.Tests;

/// <summary>The files on disk, byte for byte: they have to be those of Verify.SourceGenerators.</summary>
public sealed class SnapshotFormatTests : IDisposable
{
    private static readonly byte[] Bom = [0xEF, 0xBB, 0xBF];
    private readonly string _directory = Directory.CreateTempSubdirectory("snapshots").FullName;
    private readonly Dictionary<string, string> _environment = [];

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void File_has_bom_hint_line_and_no_newline_at_the_end()
    {
        Accept(Name(), ("My.Model.g.cs", "class A\n{\n}"));
        Assert.Equal(["T.M#My.Model.g.verified.cs"], Files());
        Assert.Equal([.. Bom, .. "//HintName: My.Model.g.cs\nclass A\n{\n}"u8], Bytes("T.M#My.Model.g.verified.cs"));
    }

    [Fact]
    public void Newline_at_the_end_is_kept() => Assert.EndsWith("}\n", Accepted("A.g.cs", "class A { }\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("a\r\nb\rc\n")]
    [InlineData("a\nb\nc\n")]
    public void Line_ends_are_unix(string text) => Assert.Equal("//HintName: A.g.cs\na\nb\nc\n", Accepted("A.g.cs", text));

    [Fact]
    public void Hint_without_extension_gets_one()
    {
        Accept(Name(), ("helper", "// x"));
        Assert.Equal(["T.M#helper.verified.cs"], Files());
        Assert.StartsWith("//HintName: helper.cs\n", Text("T.M#helper.verified.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_leaves_of_two_folders_are_numbered_and_a_single_leaf_is_not()
    {
        Accept(Name(), ("y/A.g.cs", "// y"), ("x/A.g.cs", "// x"), ("B.g.cs", "// b"));
        Assert.Equal(["T.M#A.g.00.verified.cs", "T.M#A.g.01.verified.cs", "T.M#B.g.verified.cs"], Files());
        Assert.Equal("//HintName: x/A.g.cs\n// x", Text("T.M#A.g.00.verified.cs"));
    }

    [Fact]
    public void Parameters_are_named_and_invalid_characters_replaced()
    {
        Accept(Name(("width", 64), ("text", "a/b#c<d>"), ("ratio", 0.5), ("none", null)), ("A.g.cs", "// a"));
        Assert.Equal(["T.M_width=64_text=a-b-c-d-_ratio=0.5_none=null#A.g.verified.cs"], Files());
    }

    [Fact]
    public void Equal_text_passes_with_and_without_bom()
    {
        Accept(Name(), ("A.g.cs", "// a"));
        Verify(Name(), ("A.g.cs", "// a"));
        File.WriteAllText(Path.Combine(_directory, "T.M#A.g.verified.cs"), "//HintName: A.g.cs\n// a", new UTF8Encoding(false));
        Verify(Name(), ("A.g.cs", "// a"));
        Assert.Single(Files());
    }

    [Fact]
    public void New_text_fails_and_is_received()
    {
        var failure = Fails(Name(), ("A.g.cs", "// a"));
        Assert.Contains("New, not verified yet", failure, StringComparison.Ordinal);
        Assert.Equal(["T.M#A.g.received.cs"], Files());
        Assert.Equal([.. Bom, .. "//HintName: A.g.cs\n// a"u8], Bytes("T.M#A.g.received.cs"));
    }

    [Fact]
    public void Different_text_fails_with_a_diff_and_the_next_success_removes_the_twin()
    {
        Accept(Name(), ("A.g.cs", "one\ntwo\nthree"));
        var failure = Fails(Name(), ("A.g.cs", "one\n2\nthree"));
        Assert.Contains("@@ -1,4 +1,4 @@\n //HintName: A.g.cs\n one\n-two\n+2\n three", failure, StringComparison.Ordinal);
        Assert.Contains("T.M#A.g.received.cs", Files());
        Verify(Name(), ("A.g.cs", "one\ntwo\nthree"));
        Assert.Equal(["T.M#A.g.verified.cs"], Files());
    }

    [Fact]
    public void Newline_at_the_end_is_a_difference()
    {
        Accept(Name(), ("A.g.cs", "// a"));
        Assert.Contains("(received: a newline at the end)", Fails(Name(), ("A.g.cs", "// a\n")), StringComparison.Ordinal);
    }

    [Fact]
    public void Comparison_is_ordinal()
    {
        // Equal to every comparison of words: a soft hyphen has no weight.
        Accept(Name(), ("A.g.cs", "// ab"));
        Fails(Name(), ("A.g.cs", "// a\u00ADb"));
    }

    [Fact]
    public void Carriage_return_in_a_verified_file_fails()
    {
        File.WriteAllText(Path.Combine(_directory, "T.M#A.g.verified.cs"), "//HintName: A.g.cs\r\n// a");
        Assert.Contains("carriage returns", Fails(Name(), ("A.g.cs", "// a")), StringComparison.Ordinal);
    }

    [Fact]
    public void Stale_file_fails_and_accepting_removes_it()
    {
        Accept(Name(), ("A.g.cs", "// a"), ("B.g.cs", "// b"));
        Assert.Contains("Stale", Fails(Name(), ("A.g.cs", "// a")), StringComparison.Ordinal);
        Accept(Name(), ("A.g.cs", "// a"));
        Assert.Equal(["T.M#A.g.verified.cs"], Files());
    }

    [Fact]
    public void Files_of_a_test_with_a_longer_name_are_not_stale()
    {
        Accept(Name() with { Method = "MM" }, ("A.g.cs", "// a"));
        Accept(Name(("a", 1)), ("A.g.cs", "// a"));
        Accept(Name(), ("A.g.cs", "// a"));
        Verify(Name(), ("A.g.cs", "// a"));
        Assert.Equal(3, Files().Length);
    }

    [Fact]
    public void Nothing_generated_fails() => Assert.Contains("nothing was generated", Fails(Name()), StringComparison.Ordinal);

    [Fact]
    public void Accepting_is_refused_on_a_build_server()
    {
        _environment[SnapshotVerifier.AcceptVariable] = "1";
        _environment["CI"] = "true";
        Assert.Contains("refused when CI=true", Fails(Name(), ("A.g.cs", "// a")), StringComparison.Ordinal);
        Assert.Empty(Files());
    }

    [Fact]
    public void Ignored_sources_have_no_file()
    {
        var outcome = GeneratorHarness.Run(Subjects.Fixed(("A.g.cs", "// a"), ("B.g.cs", "// b")), "");
        _environment[SnapshotVerifier.AcceptVariable] = "1";
        Verifier().Verify(outcome.Result, Name(), source => source.HintName == "B.g.cs");
        Assert.Equal(["T.M#A.g.verified.cs"], Files());
    }

    private SnapshotName Name(params (string, object?)[] parameters) => new(_directory, "T", "M", [.. parameters]);

    private SnapshotVerifier Verifier() => new(name => _environment.GetValueOrDefault(name));

    private void Verify(SnapshotName name, params (string, string)[] sources) =>
        Verifier().Verify(GeneratorHarness.Run(Subjects.Fixed(sources), "").Result, name);

    private void Accept(SnapshotName name, params (string, string)[] sources)
    {
        _environment[SnapshotVerifier.AcceptVariable] = "1";
        Verify(name, sources);
        _environment.Clear();
    }

    private string Accepted(string hint, string text)
    {
        Accept(Name(), (hint, text));
        return Text(Files().Single());
    }

    private string Fails(SnapshotName name, params (string, string)[] sources) =>
        Assert.Throws<SnapshotException>(() => Verify(name, sources)).Message;

    private string[] Files() => [.. Directory.EnumerateFiles(_directory).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(_directory, file));

    private string Text(string file) => File.ReadAllText(Path.Combine(_directory, file));
}
