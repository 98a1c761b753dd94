using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Emission;

/// <summary>
/// Writes one member per scaled member of the class, which applies its forward multiplier the cheapest way: on a linear layer's
/// input, so that the bias is not multiplied and hooks still run; at 1 it is a plain call.
/// </summary>
internal static class ForwardEmitter
{
    private const string Tensor = "global::TorchSharp.torch.Tensor";

    public static void Write(CodeWriter writer, ModelSpec model)
    {
        foreach (var places in model.Layers.Where(layer => layer.ForwardName.Length > 0 && layer.Tensors.Count > 0)
            .GroupBy(layer => layer.ForwardName))
        {
            writer.Space();
            var layer = places.First();
            if (layer.Place is not null)
            {
                WritePlaces(writer, places.ToArray());
                continue;
            }

            writer.Write($"/// <summary>{Summary(layer, layer.Tensors[0].Scaling.Multiplier.ToString())}</summary>");
            if (layer.Form == LayerForm.Parameter)
            {
                WriteParameter(writer, layer, FieldOf(layer));
            }
            else
            {
                WriteModule(writer, layer, FieldOf(layer));
            }
        }
    }

    private static string? FieldOf(LayerSpec layer) =>
        layer.Tensors[0].Scaling.Multiplier.IsOne ? null : MemberNameList.MultiplierField(layer);

    /// <summary>A list whose layers have a multiplier each by their place: the last ones first, since they win in a short list.</summary>
    private static void WritePlaces(CodeWriter writer, IReadOnlyList<LayerSpec> places)
    {
        var (list, ordered) = (places[0], places.OrderBy(place => place, PlaceOrder.Instance).ToArray());
        var count = $"{list.Needed}.{(list.Container == Container.Array ? "Length" : "Count")}";
        var multipliers = string.Join(
            ", ", places.Select(place => $"{place.Place} {KindOf(place)}: {place.Tensors[0].Scaling.Multiplier}"));
        writer.Write(
            $"/// <summary><c>{list.Member}</c> with the forward multiplier M of each place ({multipliers}): W (M "
                + $"x){(list.Tensors.Count > 1 ? " + b" : "")}.</summary>");
        using (writer.Block($"private {Tensor} {list.ForwardName}(int index, {Tensor} x)"))
        {
            var choices = ordered.Take(ordered.Length - 1)
                .Select(place => $"index == {IndexOf(place.Place!)} ? {FieldOf(place) ?? "null"}");
            var scalar = "global::TorchSharp.Scalar? multiplier =";
            writer.Write($"{scalar} {string.Join("\n    : ", choices.Append(FieldOf(ordered[ordered.Length - 1]) ?? "null"))};");
            writer.Write(list.Multiplied == MultiplierPlace.Output
                ? $"return {Times($"{Item(list)}.call(x)", "multiplier")};"
                : $"return {Item(list)}.call({Times("x", "multiplier")});");
        }

        string IndexOf(string place) => place[0] == '^' ? $"{count} - {place.Substring(1)}" : place;
    }

    private static string KindOf(LayerSpec layer) => layer.Tensors[0].Scaling.Kind.ToString();

    private static string Summary(LayerSpec layer, string multiplier)
    {
        var subject = $"<c>{layer.Member}</c> ({KindOf(layer)})";
        return (layer.Form, multiplier) switch
        {
            _ when layer.TiedTo is { } tied =>
                $"{subject} with the weight of <c>{tied.Weight}</c> and the forward multiplier M = {multiplier}.",
            (_, "1") => $"{subject}, whose forward multiplier is 1.",
            (LayerForm.Parameter, _) => $"{subject} times its forward multiplier M = {multiplier}.",
            _ when layer.Multiplied == MultiplierPlace.Output => $"{subject}, its rows times the forward multiplier M = {multiplier}.",
            _ => $"{subject} with its forward multiplier M = {multiplier}: W (M x){(layer.Tensors.Count > 1 ? " + b" : "")}.",
        };
    }

    private static void WriteParameter(CodeWriter writer, LayerSpec layer, string? field) =>
        WriteMember(writer, $"{layer.ForwardName}{(layer.Container == Container.None ? "" : "(int index)")}", Times(Item(layer), field));

    private static void WriteModule(CodeWriter writer, LayerSpec layer, string? field)
    {
        var item = Item(layer);
        var body = layer switch
        {
            { TiedTo: { } tied } => "global::Parameterize.ForwardObservation.Seen(\n        "
                + $"{layer.Needed}, "
                + $"global::TorchSharp.torch.nn.functional.linear({Times("x", field)}, {tied.Access}.weight!, {layer.Needed}.bias))",
            { Multiplied: MultiplierPlace.Output } => Times($"{item}.call(x)", field),
            _ => $"{item}.call({Times("x", field)})",
        };
        WriteMember(writer, $"{layer.ForwardName}({(layer.Container == Container.None ? "" : "int index, ")}{Tensor} x)", body);
    }

    private static string Times(string value, string? multiplier) =>
        multiplier is null ? value : $"{TorchSupportEmitter.Class}.Times({value}, {multiplier})";

    private static string Item(LayerSpec layer) =>
        layer.Container == Container.None ? layer.Needed : $"{layer.Needed}[index]{(layer.IsOptional ? "!" : "")}";

    private static void WriteMember(CodeWriter writer, string signature, string body)
    {
        var line = $"private {Tensor} {signature} => {body};";
        writer.Write(writer.Fits(line) ? line : $"private {Tensor} {signature} =>\n    {body};");
    }
}
