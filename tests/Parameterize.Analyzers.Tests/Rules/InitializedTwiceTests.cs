using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class InitializedTwiceTests : RuleTests
{
    private const string Twice = "_mix = Linear(width, width);\nInitializeParameters();\n{|PMZ0013:InitializeParameters()|}; // again";

    public override string Id => "PMZ0013";

    public override string Hit => Source.Model(build: Twice);

    public override string Message =>
        "InitializeParameters is called more than once in this constructor of 'Mlp': the second call throws, since it would scale twice";

    public override string NearMiss => Source.Model(
        build: "_mix = Linear(width, width);\nif (width > 64)\n    InitializeParameters();\nelse\n    InitializeParameters(null);");

    [Theory]
    [InlineData("Finish();\n{|PMZ0013:InitializeParameters()|};")]
    [InlineData("InitializeParameters();\n{|PMZ0013:Finish()|};")]
    [InlineData("if (width > 8)\n    InitializeParameters();\n\n{|PMZ0013:InitializeParameters()|};")]
    [InlineData("do\n{\n    {|PMZ0013:InitializeParameters()|};\n}\nwhile (width++ < 8);")]
    public Task A_second_call_on_some_path_counts(string end) => Subject.Analyzers.Verify(Source.Model(
        members: "private readonly Linear _mix;\n\nprivate void Finish() => InitializeParameters();",
        build: "_mix = Linear(width, width);\n" + end));

    [Fact]
    public Task The_fix_removes_the_second_call() => Subject.Fix<RemoveCallFix>().Verify(Source.Model(build: Twice), Source.Initialized());

    [Fact]
    public Task The_fix_removes_all_but_the_first() => Subject.Fix<RemoveCallFix>().VerifyFixAll(
        Source.Model(build: Twice + "\n{|PMZ0013:this.InitializeParameters()|};"), Source.Initialized());

    [Fact]
    public Task A_call_that_is_all_of_an_if_has_no_fix() => Subject.Fix<RemoveCallFix>().VerifyNoFix(
        Source.Model(
            build: "_mix = Linear(width, width);\nInitializeParameters();\nif (width > 8)\n    {|PMZ0013:InitializeParameters()|};"));
}
