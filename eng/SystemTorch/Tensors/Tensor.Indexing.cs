using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        public Tensor this[long i1]
        {
            get => select(0, i1);
            set => select(0, i1).copy_(value);
        }

        public Tensor this[long i1, long i2]
        {
            get => select(0, i1).select(0, i2);
            set => this[i1, i2].copy_(value);
        }

        public Tensor this[long i1, long i2, long i3]
        {
            get => this[i1, i2].select(0, i3);
            set => this[i1, i2, i3].copy_(value);
        }

        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => this[i1, i2, i3].select(0, i4);
            set => this[i1, i2, i3, i4].copy_(value);
        }

        public Tensor index(params TensorIndex[] indices)
        {
            var (view, lists) = View(indices);
            return lists is null ? view : Aten.Call("index.Tensor", view, lists);
        }

        public Tensor index(params Tensor[] indices) => Aten.Call("index.Tensor", this, indices);

        public Tensor index_put_(Tensor value, params TensorIndex[] indices)
        {
            var (view, lists) = View(indices);
            if (lists is null)
                view.copy_(value);
            else
                Aten.InPlace("index_put_", view, lists, value, false);
            return this;
        }

        public Tensor index_put_(Tensor value, params Tensor[] indices) => Aten.InPlace("index_put_", this, indices, value, false);

        /// <summary>Applies positions, slices and new axes; masks and lists are left, one per dimension of the view.</summary>
        private (Tensor View, Tensor?[]? Lists) View(TensorIndex[] indices)
        {
            var view = this;
            var dimension = 0L;
            List<Tensor?>? lists = null;
            foreach (var index in indices)
            {
                switch (index.Kind)
                {
                    case IndexKind.Position:
                        view = view.select(dimension, index.Position);
                        break;
                    case IndexKind.Slice:
                        view = Aten.Call("slice.Tensor", view, dimension++, index.Start, index.Stop, index.Step ?? 1);
                        break;
                    case IndexKind.NewAxis:
                        view = view.unsqueeze(dimension++);
                        break;
                    case IndexKind.Ellipsis:
                        dimension += Dimensions - indices.Sum(Consumed);
                        break;
                    default:
                        lists ??= [];
                        while (lists.Count < dimension)
                            lists.Add(null);
                        lists.Add(index.Value);
                        dimension += Consumed(index);
                        break;
                }
            }

            return (ReferenceEquals(view, this) ? view.alias() : view, lists?.ToArray());
        }

        /// <summary>How many dimensions of the source an index stands for.</summary>
        private static long Consumed(TensorIndex index) => index.Kind switch
        {
            IndexKind.NewAxis or IndexKind.Ellipsis => 0,
            IndexKind.Tensor => index.Value!.dtype == ScalarType.Bool ? index.Value.Dimensions : 1,
            _ => 1,
        };
    }
}
