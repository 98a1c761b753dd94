using Parameterize.Scaling.Rules;


namespace Parameterize.Generators.Model;

/// <summary>One parameter group: the formulas that its tensors share.</summary>
/// <param name="Name">The group's name: the kinds of its tensors.</param>
/// <param name="Variable">The name of the local that holds it in generated code.</param>
/// <param name="Formulas">A tensor of the group, for its formulas.</param>
internal sealed record RuleSpec(string Name, string Variable, TensorScaling Formulas);
