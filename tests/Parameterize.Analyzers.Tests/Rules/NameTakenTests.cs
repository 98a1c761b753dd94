namespace Parameterize.Analyzers.Tests.Rules;

public sealed class NameTakenTests : RuleTests
{
    public override string Id => "PMZ0018";

    public override string Hit => Source.Model(members: "private readonly Linear {|PMZ0018:_mix|};\n\npublic Tensor Mix(Tensor x) => x;");

    public override string Message => "The generated member 'Mix' of 'Mlp' would collide with 'Mlp.Mix(torch.Tensor)'; rename one of them";

    public override string NearMiss =>
        Source.Initialized(members: "private readonly Linear _mix;\n\npublic Tensor Mixed(Tensor x) => Mix(x);");

    [Fact]
    public Task Two_members_of_one_generated_name() => Subject.Analyzers.Verify(
        Source.Model(
            members: "private readonly Linear _mix;\nprivate readonly Linear {|PMZ0018:{|PMZ0018:__mix|}|};",
            build: "_mix = Linear(width, width);\n__mix = Linear(width, width);"));

    [Fact]
    public Task A_fixed_name_is_reported_at_the_class() => Subject.Analyzers.Verify(
        Source.Model(
            header: "sealed partial class {|PMZ0018:Mlp|}",
            members: "private readonly Linear _mix;\n\npublic string Scaling => \"mine\";"));

    [Theory]
    [InlineData("Shape", "x * Shape.Count")]
    [InlineData("Shape", "x * (2 + Shape.Count)")]
    public Task A_type_that_the_class_names_would_be_hidden(string type, string forward) => Subject.Analyzers.Verify(
        Source.Model(
            members: "private readonly Linear {|PMZ0018:_shape|};", build: "_shape = Linear(width, width);", forward: forward,
            more: $"public static class {type} {{ public const int Count = 8; }}"),
        new ExpectedDiagnostic(
            Id, "The generated member 'Shape' of 'Mlp' would collide with 'Shape', which the class names; rename one of them"));

    [Fact]
    public Task A_type_that_it_does_not_name_is_fine() => Subject.Analyzers.Verify(Source.Initialized(
        members: "private readonly Linear _shape;", build: "_shape = Linear(width, width);", forward: "Shape(x)",
        more: "public static class Shape { public static int Sum(int[] Shape) => Shape.Length; }"));

    [Fact]
    public Task A_type_in_the_place_of_what_all_models_share() => Subject.Analyzers.Verify(
        Source.Model(header: "sealed partial class {|PMZ0018:Mlp|}", more: "namespace Parameterize { public class Generated { } }"));

    [Fact]
    public Task The_class_s_own_name_counts() => Subject.Analyzers.Verify(
        Source.Model(members: "private readonly Linear {|PMZ0018:_mlp|};", build: "_mlp = Linear(width, width);"));
}
