using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Parameterize.TestKit.Incrementality;

/// <summary>
/// Edits to sources that were generated from once, and what the second run may then recompute:
/// <c>Edits.Of(subject, source).Replace("a", "b").Expect(outputs: Cached, ("Parse", Unchanged), ("Model", Cached))</c>.
/// </summary>
public sealed class Edits
{
    private readonly GeneratorOutcome _before;
    private readonly GeneratorUnderTest _subject;
    private readonly CSharpCompilation _compilation;
    private readonly ImmutableDictionary<string, string> _options;

    private Edits(
        GeneratorUnderTest subject, GeneratorOutcome before, CSharpCompilation compilation, ImmutableDictionary<string, string> options) =>
        (_subject, _before, _compilation, _options) = (subject, before, compilation, options);

    /// <summary>Runs the generators over the unedited files.</summary>
    public static Edits Of(GeneratorUnderTest subject, params IEnumerable<SourceFile> files)
    {
        var before = GeneratorHarness.Run(subject, files);
        return new(subject, before, before.Input, subject.Setup.GlobalOptions);
    }

    /// <summary>Replaces every occurrence of a text, which must exist: a test whose edit does nothing proves nothing.</summary>
    /// <param name="old">The text to replace.</param>
    /// <param name="new">What to put there.</param>
    /// <param name="path">The file to edit; null for whichever contain the text.</param>
    public Edits Replace(string old, string @new, string? path = null)
    {
        var trees = _compilation.SyntaxTrees
            .Where(t => (path is null || t.FilePath == path) && t.ToString().Contains(old, StringComparison.Ordinal))
            .ToArray();
        return trees.Length > 0
            ? trees.Aggregate(this, (edits, tree) => edits.With(tree, tree.ToString().Replace(old, @new, StringComparison.Ordinal)))
            : throw new ArgumentException($"No file{(path is null ? "" : $" called '{path}'")} contains '{old}'.", nameof(old));
    }

    /// <summary>Adds text to the end of a file (of the first one unless a path is given).</summary>
    public Edits Append(string text, string? path = null)
    {
        var tree = path is null ? _compilation.SyntaxTrees[0] : TreeAt(path);
        return With(tree, tree + text);
    }

    /// <summary>Adds a file.</summary>
    public Edits AddFile(string path, string text) => With(_compilation.AddSyntaxTrees(_subject.Setup.Parse(new(text, path))));

    /// <summary>Removes a file.</summary>
    public Edits RemoveFile(string path) => With(_compilation.RemoveSyntaxTrees(TreeAt(path)));

    /// <summary>Adds a reference, as installing a package does.</summary>
    public Edits AddReference(MetadataReference reference) => With(_compilation.AddReferences(reference));

    /// <summary>Changes a global option, as editing a project file does.</summary>
    public Edits SetOption(string key, string value) => new(_subject, _before, _compilation, _options.SetItem(key, value));

    /// <summary>Runs the generators over the edited files with the caches of the first run.</summary>
    public EditOutcome Run()
    {
        // Only when they changed: a new provider alone is an edit to a pipeline that reads options.
        var driver = _options == _subject.Setup.GlobalOptions
            ? _before.Driver
            : _before.Driver.WithUpdatedAnalyzerConfigOptions(new FixedOptions(_options));
        return new(_before, GeneratorOutcome.Of(driver, _compilation));
    }

    /// <summary>
    /// Runs, and asserts the reason of every execution of every tracked step, and of every output. The steps have to be all that there
    /// are, so that a new step of the pipeline cannot stay untested.
    /// </summary>
    public EditOutcome Expect(IncrementalStepRunReason outputs, params (string Step, IncrementalStepRunReason Reason)[] steps) =>
        Run().Expect(outputs, steps);

    private SyntaxTree TreeAt(string path) =>
        _compilation.SyntaxTrees.FirstOrDefault(t => t.FilePath == path) ?? throw new ArgumentException($"No file '{path}'.", nameof(path));

    private Edits With(SyntaxTree old, string text) =>
        With(_compilation.ReplaceSyntaxTree(old, _subject.Setup.Parse(new(text, old.FilePath))));

    private Edits With(CSharpCompilation compilation) => new(_subject, _before, compilation, _options);
}
