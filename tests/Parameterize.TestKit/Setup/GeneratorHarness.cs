using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Parameterize.TestKit.Setup;

/// <summary>Runs generators as the compiler does, with the tracking of steps on.</summary>
public static class GeneratorHarness
{
    /// <summary>Compiles the files and runs the generators over them. An exception of a generator is thrown.</summary>
    public static GeneratorOutcome Run(GeneratorUnderTest subject, params IEnumerable<SourceFile> files) =>
        Run(subject, subject.Setup.Compile(files));

    /// <summary>Runs the generators over a compilation. An exception of a generator is thrown.</summary>
    public static GeneratorOutcome Run(GeneratorUnderTest subject, CSharpCompilation compilation) =>
        GeneratorOutcome.Of(CreateDriver(subject), compilation);

    /// <summary>A driver that has not run yet.</summary>
    public static GeneratorDriver CreateDriver(GeneratorUnderTest subject) =>
        CSharpGeneratorDriver.Create(
            subject.Create().Select(g => g.AsSourceGenerator()),
            additionalTexts: [],
            subject.Setup.ParseOptions,
            subject.Setup.OptionsProvider,
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
}
