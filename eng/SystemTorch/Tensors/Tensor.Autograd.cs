using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public void backward() => autograd.backward([this]);

        public void backward(
            IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward([this], grad_tensors!, retain_graph, create_graph, inputs!);

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        public void retain_grad()
        {
            Native.Check(Native.st_retain_grad(Handle));
            GC.KeepAlive(this);
        }
    }

    public static partial class autograd
    {
        /// <summary>Gradients with respect to the inputs, not accumulated anywhere; null for an unused input that is allowed.</summary>
        public static unsafe IList<Tensor> grad(
            IList<Tensor> outputs,
            IList<Tensor> inputs,
            IList<Tensor> grad_outputs = null!,
            bool retain_graph = false,
            bool create_graph = false,
            bool allow_unused = false)
        {
            var results = new NativeResult[inputs.Count];
            fixed (nint* roots = Handles(outputs), gradients = Handles(grad_outputs), leaves = Handles(inputs))
            fixed (NativeResult* first = results)
            {
                var status = Native.st_gradients(
                    roots, gradients, outputs.Count, leaves, inputs.Count, retain_graph || create_graph ? 1 : 0, create_graph ? 1 : 0,
                    allow_unused ? 1 : 0, first);
                Native.Check(status);
            }

            GC.KeepAlive(outputs);
            GC.KeepAlive(inputs);
            GC.KeepAlive(grad_outputs);
            return [.. results.Select(result => Aten.WrapOrNull(result)!)];
        }

        public static unsafe void backward(
            IList<Tensor> tensors,
            IList<Tensor> grad_tensors = null!,
            bool? retain_graph = null,
            bool create_graph = false,
            IList<Tensor> inputs = null!)
        {
            fixed (nint* roots = Handles(tensors), gradients = Handles(grad_tensors), leaves = Handles(inputs))
            {
                var retain = retain_graph ?? create_graph;
                var status = Native.st_backward(
                    roots, gradients, tensors.Count, leaves, inputs?.Count ?? 0, retain ? 1 : 0, create_graph ? 1 : 0);
                Native.Check(status);
            }

            GC.KeepAlive(tensors);
            GC.KeepAlive(grad_tensors);
            GC.KeepAlive(inputs);
        }

        private static nint[]? Handles(IList<Tensor>? tensors) => tensors?.Select(tensor => tensor?.Handle ?? 0).ToArray();
    }
}
