using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Emission;

/// <summary>
/// Writes the part of a class that is alike in all: ParameterGroups, FoldedStateDict, ClipGradNorm and one factory per optimizer. They are members, since
/// extension methods of two assemblies would clash; what they do stands once for the assembly.
/// </summary>
internal static class OptimizerEmitter
{
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
        WriteClipping(writer, "global::TorchSharp.torch.optim.Optimizer", "optimizer");
        WriteClipping(writer, "global::Parameterize.OptimizerFamily", "family");
        foreach (var optimizer in OptimizerCatalogue.All)
        {
            Write(writer, optimizer);
        }
    }

    private static void WriteClipping(CodeWriter writer, string type, string by)
    {
        var shared = $"global::TorchSharp.torch.nn.Module, global::Parameterize.ModelParameterization, double, {type}, bool";
        writer.Space().Write($"/// <inheritdoc cref=\"{ClippingSupportEmitter.Method}({shared})\"/>");
        writer.Write($"public double {MemberNameList.ClipGradNorm}(double max_norm, {type} {by}, bool error_if_nonfinite = false) =>");
        writer.Write($"    {ClippingSupportEmitter.Method}(this, Parameterization, max_norm, {by}, error_if_nonfinite);");
    }

    private static void Write(CodeWriter writer, Optimizer optimizer)
    {
        var type = $"global::TorchSharp.Modules.{optimizer.Factory}";
        var shared = $"{OptimizerSupportEmitter.Class}.{optimizer.Factory}";
        var arguments = string.Join(", ", optimizer.Arguments.Select(argument => argument.Name));
        writer.Space().Write($"/// <inheritdoc cref=\"{shared}\"/>");
        writer.Write(writer.List($"public {type} {optimizer.Factory}(", OptimizerSupportEmitter.Signature(optimizer), ") =>"));
        writer.Write($"    {shared}(this, Parameterization, {arguments});");
    }
}
