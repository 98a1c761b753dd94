using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Emission;

/// <summary>
/// Writes the part of a class that is alike in all: ParameterGroups, FoldedStateDict, ClipGradNorm and one factory per optimizer. They are
/// members, since extension methods of two assemblies would clash; what they do stands once for the assembly.
/// </summary>
internal static class OptimizerEmitter
{
    private const string Support = TorchSupportEmitter.Class;

    public static string Emit(ClassDeclaration type) => GeneratedPart.Of(type, "", Write);

    private static void Write(CodeWriter writer)
    {
        writer.Write($"""
            /// <inheritdoc cref="{Support}.Groups"/>
            public global::System.Collections.Generic.IReadOnlyList<(
                string Name,
                global::System.Collections.Generic.IReadOnlyList<global::TorchSharp.Modules.Parameter> Parameters,
                double LearningRate,
                double WeightDecay,
                double Epsilon,
                double CoupledDecay)> ParameterGroups(global::Parameterize.OptimizerFamily family) =>
                global::System.Array.ConvertAll(
                    {Support}.Groups(this, Parameterization, family),
                    group => (group.Name, group.Parameters, group.LearningRate, group.WeightDecay, group.Epsilon, group.CoupledDecay));
            """);
        writer.Space().Write($"""
            /// <inheritdoc cref="{Support}.FoldedStateDict"/>
            public global::System.Collections.Generic.Dictionary<string, global::TorchSharp.torch.Tensor> FoldedStateDict(bool pythonNames = false) =>
                {Support}.FoldedStateDict(this, Parameterization, pythonNames);
            """);
        WriteClipping(writer, "global::TorchSharp.torch.optim.Optimizer", "optimizer");
        WriteClipping(writer, "global::Parameterize.OptimizerFamily", "family");
        foreach (var optimizer in OptimizerCatalogue.Generated)
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
        var type = $"global::TorchSharp.Modules.{optimizer.Type}";
        var shared = $"{OptimizerSupportEmitter.Class}.{optimizer.Factory}";
        var arguments = string.Join(", ", optimizer.Arguments.Select(argument => argument.Name));
        writer.Space().Write($"/// <inheritdoc cref=\"{shared}\"/>");
        writer.Write(writer.List($"public {type} {optimizer.Factory}(", OptimizerSupportEmitter.Signature(optimizer), ") =>"));
        writer.Write($"    {shared}(this, Parameterization, {arguments});");
    }
}
