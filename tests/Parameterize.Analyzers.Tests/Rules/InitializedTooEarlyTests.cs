using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class InitializedTooEarlyTests : RuleTests
{
    public override string Id => "PMZ0014";

    public override string Hit => Source.Model(build: "InitializeParameters();\n{|PMZ0014:_mix = Linear(width, width)|};");

    public override string Message =>
        "'_mix' is assigned after InitializeParameters has run, so it would be neither registered nor scaled; call InitializeParameters last";

    public override string NearMiss => Source.Model(
        members: "private readonly Linear _mix;\nprivate readonly long _width;",
        build: "_mix = Linear(width, width);\nInitializeParameters();\n_width = width;");

    [Fact]
    public Task The_fix_moves_the_call_with_its_comment() => Subject.Fix<MoveInitializationFix>().Verify(
        Source.Model(build: "InitializeParameters(); // generated\n{|PMZ0014:_mix = Linear(width, width)|};"),
        Source.Model(build: "_mix = Linear(width, width);\nInitializeParameters(); // generated"));

    [Fact]
    public Task The_fix_moves_it_once_behind_all() => Subject.Fix<MoveInitializationFix>().VerifyFixAll(
        Source.Model(
            members: "private readonly Linear _a;\nprivate readonly Linear _b;",
            build: "InitializeParameters();\n{|PMZ0014:_a = Linear(8, width)|};\n{|PMZ0014:_b = Linear(width, 8)|};"),
        Source.Initialized(members: "private readonly Linear _a;\nprivate readonly Linear _b;", build: "_a = Linear(8, width);\n_b = Linear(width, 8);"));

    [Fact]
    public Task A_call_inside_another_statement_has_no_fix() => Subject.Fix<MoveInitializationFix>().VerifyNoFix(
        Source.Model(build: "if (width > 8)\n{\n    InitializeParameters();\n}\n\n{|PMZ0014:_mix = Linear(width, width)|};"));
}
