using Microsoft.CodeAnalysis;

namespace Parameterize.Generators.Parsing;

/// <summary>The variables of one body while it is followed: a constructor, a helper method, a lambda.</summary>
/// <param name="self">The members of the object that the body runs on; null in a static method.</param>
/// <param name="outer">The body around it, for a lambda or a local function.</param>
internal sealed class Frame(Dictionary<string, Value>? self, Frame? outer)
{
    private readonly Dictionary<ISymbol, Value> _variables = new(SymbolEqualityComparer.Default);

    /// <summary>The members of the object that the body runs on.</summary>
    public Dictionary<string, Value>? Self => self;

    /// <summary>What the body returned so far; null before its first return.</summary>
    public Value? Returned { get; private set; }

    public Value? Find(ISymbol variable) => _variables.TryGetValue(variable, out var value) ? value : outer?.Find(variable);

    /// <summary>Declares a variable of this body.</summary>
    public void Declare(ISymbol variable, Value value) => _variables[variable] = value;

    /// <summary>Assigns to a variable of this body or of one around it.</summary>
    /// <param name="isCertain">Whether the statement runs exactly once, so that the old value is gone.</param>
    public void Assign(ISymbol variable, Value value, bool isCertain)
    {
        if (outer?.Find(variable) is not null && !_variables.ContainsKey(variable))
        {
            outer.Assign(variable, value, isCertain: false);
            return;
        }

        _variables[variable] = !isCertain && _variables.TryGetValue(variable, out var before) ? before.Or(value) : value;
    }

    public void Return(Value value) => Returned = Returned?.Or(value) ?? value;
}
