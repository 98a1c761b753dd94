// What the compiler looks for when a netstandard2.0 project declares records or init-only properties.
namespace System.Runtime.CompilerServices;

internal static class IsExternalInit;
