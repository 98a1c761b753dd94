namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of the system's libtorch.</summary>
    public partial class Tensor : IDisposable
    {
        private TensorHandle? owner;

        internal Tensor(TensorHandle handle)
        {
            owner = handle;
            OwningDisposeScope = DisposeScopes.Register(this);
        }

        internal DisposeScope? OwningDisposeScope { get; set; }

        public static long TotalCount => NativeMemoryWatch.Tensors;

        public bool IsInvalid => owner is null;

        public IntPtr Handle => owner is { } held ? held.Value : throw new InvalidOperationException("Tensor invalid -- empty handle.");

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            if (!disposing)
                return;
            OwningDisposeScope?.Remove(this);
            OwningDisposeScope = null;
            owner?.Dispose();
            owner = null;
        }

        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.OwningDisposeScope);

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            DisposeScope.MoveTo(other, [this]);
            return this;
        }

        /// <summary>Takes the native tensor out of this object, which becomes invalid.</summary>
        internal TensorHandle TakeOwner()
        {
            var taken = owner ?? throw new InvalidOperationException("Tensor invalid -- empty handle.");
            owner = null;
            OwningDisposeScope?.Remove(this);
            OwningDisposeScope = null;
            return taken;
        }

        /// <summary>Same shape and same elements; unlike <c>==</c>, which compares element by element.</summary>
        public override bool Equals(object? obj) => obj is Tensor tensor && Equals(tensor);

        public override int GetHashCode() => base.GetHashCode();

        public override string ToString() =>
            IsInvalid ? "(disposed)" : $"[{string.Join('x', shape)}], type = {dtype}, device = {device}";
    }
}
