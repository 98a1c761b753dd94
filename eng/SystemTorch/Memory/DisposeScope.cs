namespace TorchSharp;

/// <summary>Disposes, when it ends, of the tensors that were made while it was the innermost scope and not moved out.</summary>
public sealed partial class DisposeScope : IDisposable
{
    private readonly HashSet<IDisposable> disposables = new(ReferenceEqualityComparer.Instance);
    private readonly DisposeScope? outer;
    private bool closed;

    internal DisposeScope(DisposeScope? outer) => this.outer = outer;

    public IReadOnlyList<IDisposable> DisposablesView => [.. disposables];

    public int DisposablesCount => disposables.Count;

    public void Attach(IDisposable disposable) => Attach([disposable]);

    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        var attached = disposables.ToList();
        MoveTo(this, attached);
        return attached;
    }

    public void DisposeEverything() => DisposeEverythingBut(Enumerable.Empty<IDisposable>());

    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var kept = new HashSet<IDisposable>(inKeep, ReferenceEqualityComparer.Instance);
        foreach (var disposable in disposables.ToArray())
        {
            if (kept.Contains(disposable))
                continue;
            disposables.Remove(disposable);
            Own(disposable, null);
            disposable.Dispose();
        }
    }

    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        DisposeEverythingBut([first, second]);
        return (first, second);
    }

    public void Dispose()
    {
        if (closed)
            return;
        closed = true;
        DisposeEverything();
        DisposeScopes.Close(this);
    }

    public bool Contains(IDisposable disposable) => disposables.Contains(disposable);

    /// <summary>For an object that was disposed of by other means.</summary>
    public void MarkAsDisposed(IDisposable disposable)
    {
        disposables.Remove(disposable);
        Own(disposable, null);
    }

    internal void Add(IDisposable disposable) => disposables.Add(disposable);

    internal void Remove(IDisposable disposable) => disposables.Remove(disposable);
}
