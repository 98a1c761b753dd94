using Parameterize.Testing;
using Xunit;

// (block)
