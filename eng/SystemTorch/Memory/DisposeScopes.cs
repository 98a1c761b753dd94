namespace TorchSharp;

/// <summary>The stack of dispose scopes of the current thread.</summary>
internal static class DisposeScopes
{
    [ThreadStatic] private static Stack<DisposeScope>? scopes;

    internal static DisposeScope? Current => scopes is { Count: > 0 } stack ? stack.Peek() : null;

    internal static DisposeScope Open()
    {
        scopes ??= new();
        var scope = new DisposeScope(Current);
        scopes.Push(scope);
        return scope;
    }

    /// <summary>Takes the scope off the stack, with those opened inside it and left open.</summary>
    internal static void Close(DisposeScope scope)
    {
        if (scopes is not { } stack || !stack.Contains(scope))
            return;
        while (!ReferenceEquals(stack.Pop(), scope))
        {
        }
    }

    /// <summary>Puts a new tensor in the current scope, if there is one.</summary>
    internal static DisposeScope? Register(IDisposable disposable)
    {
        var scope = Current;
        scope?.Add(disposable);
        return scope;
    }
}
