using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;

namespace Parameterize.Scaling.Signals;

/// <summary>
/// The arithmetic of signal propagation: forward at init, backward with the updates, forward again with the changes. Sources: Karkada,
/// arXiv 2404.19719, section 2; Yang and Hu, arXiv 2011.14522, section 3 (their r is 1/2 minus ours) and appendix H.
/// </summary>
internal sealed class SignalPass
{
    private readonly SignalChain _chain;
    private readonly int[][] _sources;
    private readonly int[][] _readers;
    private readonly Growth[] _input;
    private readonly Growth[] _atInit;
    private readonly Growth[] _update;
    private readonly Growth[] _gradient;
    private readonly Growth[] _own;
    private readonly Growth[] _passed;
    private readonly Growth[] _loose;

    private SignalPass(SignalChain chain)
    {
        _chain = chain;
        var count = chain.Layers.Count;
        var index = Enumerable.Range(0, count).ToDictionary(layer => chain.Layers[layer].Name, StringComparer.Ordinal);
        _sources = chain.Layers.Select(layer => layer.Sources.Select(source => index[source]).ToArray()).ToArray();
        _readers = Enumerable.Range(0, count).Select(layer => Readers(layer).ToArray()).ToArray();
        (_input, _atInit, _update) = (new Growth[count], new Growth[count], new Growth[count]);
        (_gradient, _own, _passed, _loose) = (new Growth[count], new Growth[count], new Growth[count], new Growth[count]);

        IEnumerable<int> Readers(int layer) => Enumerable.Range(layer, count - layer).Where(reader => _sources[reader].Contains(layer));
    }

    /// <summary>What happens at every layer.</summary>
    public static SignalReading[] Run(SignalChain chain)
    {
        var pass = new SignalPass(chain);
        do
        {
            pass.ForwardAtInit();
            pass.Backward();
            pass.ForwardChanges();
        }
        while (pass.ReplaceZeroInputs());

        return chain.Layers.Select((layer, l) => new SignalReading(
            layer, pass._input[l], pass._atInit[l], pass._update[l], pass._gradient[l], pass._own[l], pass._passed[l], pass._loose[l]))
            .ToArray();
    }

    /// <summary>s: a sum over a width of terms with random signs grows like n^1/2.</summary>
    private void ForwardAtInit()
    {
        for (var l = 0; l < _sources.Length; l++)
        {
            var input = Sum(_sources[l], _atInit, ofNone: Growth.Constant);
            _input[l] = Growth.Max(_input[l], input);
            _atInit[l] = input + RandomSum(Kind(l).FanInIsWidth()) + Std(l);
        }
    }

    /// <summary>
    /// g and e. The loss looks at finitely many outputs; where a chain ends in a width, its readout is taken to average over it.
    /// Below a layer that is not hidden the gradient comes through the init or through the update, whichever is larger; below a hidden
    /// layer through the init, unless that is zero.
    /// </summary>
    private void Backward()
    {
        for (var l = _sources.Length - 1; l >= 0; l--)
        {
            _gradient[l] = Sum(_readers[l], Through, ofNone: Kind(l).FanOutIsWidth() ? -1 : 0);
            _update[l] = _chain.Layers[l].Exponents.Update(Kind(l), _chain.Family, _gradient[l], _input[l]);
        }

        Growth Through(int reader)
        {
            var init = _gradient[reader] + RandomSum(Kind(reader).FanOutIsWidth()) + Std(reader);
            var update = _gradient[reader] + AlignedSum(Kind(reader).FanOutIsWidth()) + _update[reader];
            return Kind(reader) == ParameterKind.Hidden && !init.IsNothing ? init : Growth.Max(init, update);
        }
    }

    /// <summary>
    /// Own, passed and loose: an update is aligned with the layer's input, so that its sum grows like n; so is the readout with the
    /// change of what it reads, while a hidden layer passes a change on as it passes the signal. What a finite layer below has changed
    /// is a change of the data: it comes through as the signal does.
    /// </summary>
    private void ForwardChanges()
    {
        for (var l = 0; l < _sources.Length; l++)
        {
            var wide = Kind(l).FanInIsWidth();
            var passing = Kind(l).FanOutIsWidth() ? RandomSum(wide) : AlignedSum(wide);
            _own[l] = _update[l] + _input[l] + AlignedSum(wide);
            _passed[l] = Sum(_sources[l], Aligned, ofNone: Growth.Nothing) + passing + Std(l);
            _loose[l] = Sum(_sources[l], Loose, ofNone: Growth.Nothing) + RandomSum(wide) + Std(l);
        }

        Growth Aligned(int source) => Kind(source).FanOutIsWidth() ? Growth.Max(_own[source], _passed[source]) : Growth.Nothing;

        Growth Loose(int source) => Kind(source).FanOutIsWidth() ? _loose[source] : Change(source);
    }

    /// <summary>What is zero at init is, after the first steps, what it has changed by.</summary>
    private bool ReplaceZeroInputs()
    {
        var replaced = false;
        for (var l = 0; l < _sources.Length; l++)
        {
            if (_input[l].IsNothing && Sum(_sources[l], Change, ofNone: Growth.Nothing) is { IsNothing: false } change)
            {
                _input[l] = change;
                replaced = true;
            }
        }

        return replaced;
    }

    private static Growth RandomSum(bool overWidth) => overWidth ? Rational.Half : Growth.Constant;

    private static Growth AlignedSum(bool overWidth) => overWidth ? Rational.One : Growth.Constant;

    private static Growth Sum(int[] layers, Func<int, Growth> term, Growth ofNone) =>
        layers.Length == 0 ? ofNone : Growth.Sum(layers.Select(term));

    private static Growth Sum(int[] layers, Growth[] terms, Growth ofNone) => Sum(layers, layer => terms[layer], ofNone);

    private Growth Change(int layer) => Growth.Max(_loose[layer], Growth.Max(_own[layer], _passed[layer]));

    private ParameterKind Kind(int layer) => _chain.Layers[layer].Kind;

    private Growth Std(int layer) => _chain.Layers[layer].Exponents.EffectiveStd;
}
