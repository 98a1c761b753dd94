using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Emission;

/// <summary>Writes the part of a class that is alike in all: ParameterGroups, FoldedStateDict and one factory per optimizer.</summary>
internal static class OptimizerEmitter
{
    private const string Support = "global::Parameterize.Generated.TorchSupport.";

    public static string Emit(ClassDeclaration type) => GeneratedPart.Of(type, "", Write);

    private static void Write(CodeWriter writer)
    {
        writer.Space().Write("""
            /// <summary>
            /// The tensors by the rule that they follow, for an optimizer of your own: multiply its rate, weight decay and epsilon by each
            /// group's factors. Tensors that do not require a gradient are in no group.
            /// </summary>
            /// <param name="family">How the optimizer's update depends on the gradient.</param>
            /// <exception cref="global::System.InvalidOperationException">The model has a parameter that no rule knows.</exception>
            public global::System.Collections.Generic.IReadOnlyList<(
                string Name,
                global::System.Collections.Generic.IReadOnlyList<global::TorchSharp.Modules.Parameter> Parameters,
                double LearningRate,
                double WeightDecay,
                double Epsilon)> ParameterGroups(global::Parameterize.OptimizerFamily family) =>
                global::System.Array.ConvertAll(
                    global::Parameterize.Generated.TorchSupport.Groups(this, Parameterization, family),
                    group => (group.Name, group.Parameters, group.LearningRate, group.WeightDecay, group.Epsilon));
            """);
        writer.Space().Write("""
            /// <summary>
            /// A copy of the state dict with each forward multiplier folded into its weight: plain TorchSharp code of the same layers loads it
            /// and gives the same outputs, at any width and in any gauge. A tied readout has its own copy of the weight that it takes. What is
            /// no tensor's stays a constant of the forward method: <c>Parameterization.Scales</c>. It is made for use and not for training on.
            /// </summary>
            /// <param name="pythonNames">Leaves out underscores in front of names, as in <c>embed.weight</c> for <c>_embed.weight</c>.</param>
            /// <exception cref="global::System.InvalidOperationException">The model has a parameter that no rule knows, or two names become one.</exception>
            public global::System.Collections.Generic.Dictionary<string, global::TorchSharp.torch.Tensor> FoldedStateDict(bool pythonNames = false) =>
                global::Parameterize.Generated.TorchSupport.FoldedStateDict(this, Parameterization, pythonNames);
            """);
        foreach (var optimizer in OptimizerCatalogue.All)
        {
            Write(writer, optimizer);
        }
    }

    private static void Write(CodeWriter writer, Optimizer optimizer)
    {
        var type = $"global::TorchSharp.Modules.{optimizer.Factory}";
        var signature = optimizer.Arguments.Select(argument => argument.Default is null
            ? $"{argument.Type} {argument.Name}"
            : $"{argument.Type} {argument.Name} = {argument.Default}");
        writer.Space().Write($"/// <summary>TorchSharp's {optimizer.Factory}, one group per rule, each with its own rate{Scaled(optimizer)}.</summary>");
        foreach (var argument in optimizer.Arguments)
        {
            writer.Write($"/// <param name=\"{argument.Name}\">{char.ToUpperInvariant(argument.Documentation[0])}{argument.Documentation.Substring(1)}.</param>");
        }

        using (writer.Block(writer.List($"public {type} {optimizer.Factory}(", signature, ")")))
        {
            writer.Write($"global::System.Collections.Generic.List<{type}.ParamGroup> groups = new();");
            var rules = $"{Support}Groups(this, Parameterization, global::Parameterize.OptimizerFamily.{optimizer.Family})";
            using (writer.Block($"foreach ({Support}Group group in {rules})"))
            {
                using (writer.Block($"groups.Add(new {type}.ParamGroup(group.Parameters, new {type}.Options", end: "}));"))
                {
                    foreach (var (argument, index) in optimizer.Arguments.Select((argument, index) => (argument, index)))
                    {
                        writer.Write($"{(index == 0 ? "LearningRate" : argument.Name)} = {argument.Name}{argument.Scale},");
                    }
                }
            }

            writer.Space().Write($"return global::TorchSharp.torch.optim.{optimizer.Factory}(groups, {string.Join(", ", optimizer.Arguments.Select(argument => argument.Name))});");
        }
    }

    private static string Scaled(Optimizer optimizer)
    {
        var scaled = optimizer.Arguments.Skip(1).Where(argument => argument.Scale.Length > 0).Select(argument => argument.Name switch
        {
            "weight_decay" => "weight decay",
            "eps" => "epsilon",
            _ => argument.Name,
        }).OrderBy(name => name == "epsilon").ToArray();
        return string.Concat(scaled.Select((name, index) => (index == scaled.Length - 1 ? " and " : ", ") + name));
    }
}
