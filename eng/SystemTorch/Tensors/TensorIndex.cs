namespace TorchSharp;

public static partial class torch
{
    /// <summary>One index of a tensor: a position, a slice, a mask or list, a new axis, or the ellipsis.</summary>
    public struct TensorIndex
    {
        public static TensorIndex Ellipsis = new() { Kind = IndexKind.Ellipsis };
        public static TensorIndex None = new() { Kind = IndexKind.NewAxis };
        public static TensorIndex Null = new() { Kind = IndexKind.NewAxis };
        public static TensorIndex Colon = Slice();

        internal IndexKind Kind { get; private init; }
        internal long Position { get; private init; }
        internal long? Start { get; private init; }
        internal long? Stop { get; private init; }
        internal long? Step { get; private init; }
        internal Tensor? Value { get; private init; }

        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new() { Kind = IndexKind.Slice, Start = start, Stop = stop, Step = step };

        public static TensorIndex Slice(Range range) => Slice(Bound(range.Start), Bound(range.End));

        public static TensorIndex Single(long? index) => index is { } some ? new() { Kind = IndexKind.Position, Position = some } : None;

        public static TensorIndex Tensor(Tensor tensor) => new() { Kind = IndexKind.Tensor, Value = tensor };

        public static implicit operator TensorIndex(long value) => Single(value);

        public static implicit operator TensorIndex(Range range) => Slice(range);

        public static implicit operator TensorIndex(Index index) => Single(index.IsFromEnd ? -index.Value : index.Value);

        // ^0 is past the end, wherever that is.
        private static long Bound(Index index) => !index.IsFromEnd ? index.Value : index.Value == 0 ? long.MaxValue : -index.Value;
    }

    internal enum IndexKind
    {
        Position, Slice, Tensor, NewAxis, Ellipsis,
    }
}
