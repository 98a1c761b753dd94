namespace Parameterize.Analyzers.Tests.Rules;

public sealed class MovedTooLateTests : RuleTests
{
    public override string Id => "PMZ0025";

    public override string Hit => Training("using var optimizer = model.AdamW(lr: 1e-3);\n{|PMZ0025:model.to(device)|};");

    public override string Message =>
        "'model' is moved after its optimizer was built: 'to' replaces the parameters, and the optimizer keeps those from "
            + "before; move the model first";

    public override string NearMiss => Training(
        "model.to(device);\nusing var optimizer = model.AdamW(lr: 1e-3);\nusing var other = new Mlp(64);\nother.to(device);\n"
            + "zeros(3).to(device);");

    [Theory]
    [InlineData("var groups = model.ParameterGroups(OptimizerFamily.AdamLike);\n{|PMZ0025:model.to(float64)|};")]
    [InlineData("using var mine = new Mlp(64);\nusing var optimizer = mine.SGD(0.1);\nvar moved = {|PMZ0025:mine.cpu()|};")]
    public Task Other_moves(string statements) => Subject.Analyzers.Verify(Training(statements));

    private static string Training(string statements) => Source.Initialized(more: $$"""
        public static class Training
        {
            public static void Run(Mlp model, Device device)
            {
                {{statements.Replace("\n", "\n        ", StringComparison.Ordinal)}}
            }
        }
        """);
}
