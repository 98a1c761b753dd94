using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Emission;

/// <summary>
/// Writes what the optimizer factories of all models share: a method for each optimizer, in the file that each assembly has once.
/// </summary>
internal static class OptimizerSupportEmitter
{
    /// <summary>The full name of the class with the methods.</summary>
    public const string Class = "global::Parameterize.Generated.TorchOptimizers";

    public static string Source { get; } = Emit() + "\n" + MuonSupportEmitter.Source;

    /// <summary>An optimizer's arguments, as they are declared.</summary>
    public static IEnumerable<string> Signature(Optimizer optimizer) => optimizer.Arguments.Select(argument => argument.Default is null
        ? $"{argument.Type} {argument.Name}"
        : $"{argument.Type} {argument.Name} = {argument.Default}");

    private static string Emit()
    {
        var writer = new CodeWriter();
        using (writer.Block("namespace Parameterize.Generated"))
        {
            writer.Write("using global::System.Collections.Generic;\nusing Modules = global::TorchSharp.Modules;\n");
            writer.Write($"""
                /// <summary>
                /// TorchSharp's optimizers with one group per rule. A model's own factories, such as <c>model.Adam(lr)</c>, call these.
                /// </summary>
                {GeneratedHeader.Attribute}
                [global::Microsoft.CodeAnalysis.Embedded]
                """);
            using (writer.Block("internal static class TorchOptimizers"))
            {
                foreach (var optimizer in OptimizerCatalogue.All)
                {
                    Write(
                        writer, optimizer,
                        $"TorchSharp's {optimizer.Factory}, one group per rule, each with its own rate{Scaled(optimizer)}.", WriteGroups);
                }

                Write(
                    writer,
                    OptimizerCatalogue.Muon,
                    "Muon for hidden matrices and kernels and AdamW for all other tensors, in one optimizer, with one group per rule.",
                    MuonSupportEmitter.WriteFactory);
                writer.Space().Write("""
                    // TorchSharp refuses some negative numbers, and takes all that are none.
                    private static void Require(
                        ModelParameterization parameterization, string optimizer, double below, params (string name, double value)[] options)
                    {
                        foreach ((string name, double value) in options)
                        {
                            if (!(value >= 0 && value < below))
                            {
                                string range = double.IsInfinity(below) ? "a finite number, 0 or more" : $"a number from 0 to below {below}";
                                throw new global::System.ArgumentOutOfRangeException(
                                    name,
                                    global::System.FormattableString.Invariant(
                                        $"{optimizer} of '{parameterization.Model}' was given {name} = {value}: give {range}."));
                            }
                        }
                    }
                    """);
            }
        }

        return writer.ToString();
    }

    private static void Write(CodeWriter writer, Optimizer optimizer, string summary, Action<CodeWriter, Optimizer> writeBody)
    {
        string[] parameters =
            ["global::TorchSharp.torch.nn.Module model", "ModelParameterization parameterization", .. Signature(optimizer)];
        writer.Space().Write($"/// <summary>{summary}</summary>");
        writer.Write("/// <param name=\"model\">The model whose parameters train.</param>");
        writer.Write("/// <param name=\"parameterization\">Its table.</param>");
        foreach (var argument in optimizer.Arguments)
        {
            writer.Write(
                $"/// <param "
                    + $"name=\"{argument.Name}\">{char.ToUpperInvariant(argument.Documentation[0])}"
                    + $"{argument.Documentation.Substring(1)}.</param>");
        }

        using (writer.Block(writer.List($"public static Modules.{optimizer.Type} {optimizer.Factory}(", parameters, ")")))
        {
            Require(optimizer.Arguments.Where(argument => argument.IsKept), "1");
            Require(optimizer.Arguments.Where(argument => !argument.IsKept), "double.PositiveInfinity");
            writeBody(writer, optimizer);
        }

        void Require(IEnumerable<OptimizerArgument> arguments, string below)
        {
            var numbers = arguments.Where(argument => argument.Type is "double" or "long").ToArray();
            if (numbers.Length > 0)
            {
                writer.Write(writer.List(
                    $"Require(parameterization, \"{optimizer.Factory}\", {below}, ",
                    numbers.Select(argument => $"(nameof({argument.Name}), {argument.Name})"),
                    ");"));
            }
        }
    }

    private static void WriteGroups(CodeWriter writer, Optimizer optimizer)
    {
        var name = optimizer.Factory;
        writer.Write($"List<Modules.{name}.ParamGroup> groups = new();");
        using (writer.Block(
            $"foreach (TorchSupport.Group group in TorchSupport.Groups(model, parameterization, OptimizerFamily.{optimizer.Family}))"))
        {
            using (writer.Block($"groups.Add(new Modules.{name}.ParamGroup(group.Parameters, new Modules.{name}.Options", end: "}));"))
            {
                foreach (var (argument, index) in optimizer.Arguments.Select((argument, index) => (argument, index)))
                {
                    writer.Write($"{(index == 0 ? "LearningRate" : argument.Name)} = {argument.Name}{argument.Scale},");
                }
            }
        }

        writer.Space()
            .Write(
                $"return global::TorchSharp.torch.optim.{name}(groups, "
                    + $"{string.Join(", ", optimizer.Arguments.Select(argument => argument.Name))});");
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
