using System.Runtime.InteropServices;
using TorchSharp;

// TorchSharp tells that its libraries do not load, not why: the loader does, so it is asked first, in TorchSharp's order.
try
{
    NativeLibrary.Load("torch_cpu", typeof(torch).Assembly, searchPath: null);
    NativeLibrary.Load("LibTorchSharp", typeof(torch).Assembly, searchPath: null);
    using var sum = torch.ones(2, 2).mm(torch.ones(2, 2)).sum();
    return sum.ToSingle() == 8 ? 0 : 1;
}
catch (Exception failure) when (failure is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException or TypeInitializationException)
{
    // One line for each place that was looked in; a library that is there but cannot be used says more than those that are not.
    var reasons = failure.GetBaseException().Message.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    Console.WriteLine(reasons.FirstOrDefault(reason => reason.Contains("required by", StringComparison.Ordinal)) ?? reasons[0]);
    return 1;
}
