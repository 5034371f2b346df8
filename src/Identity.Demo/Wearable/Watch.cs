using System.Text.Json;
using Identity.Demo.RecordsApi;

namespace Identity.Demo.Wearable;

/// <summary>
/// The one watch of the demo: gets a code, asks until somebody has answered, and then sends a reading every few seconds for
/// as long as it may. It has no screen but the page that shows it.
/// </summary>
internal sealed class Watch(DeviceClient provider, ReadingsClient readings, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<Watch> log) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim gate = new(1);
    private Task running = Task.CompletedTask;
    private CancellationTokenSource stop = new();

    public WatchFace Face { get; private set; } = new WatchFace.Alone();

    /// <summary>Gets a code and shows it. Does nothing while one is shown, or the watch is somebody's.</summary>
    public async Task ConnectAsync(CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            if (!running.IsCompleted) return;
            var codes = await provider.AskAsync(cancellation);
            stop.Dispose();
            (stop, Face) = (CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping), new WatchFace.Code(codes));
            running = LiveAsync(codes, stop.Token);
        }
        catch (Exception problem) when (IsNoAnswer(problem))
        {
            log.Unavailable(problem);
            Face = new WatchFace.Ended("Identity does not answer. Try again in a minute.");
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Forgets whose it was.</summary>
    public async Task ForgetAsync(CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            await stop.CancelAsync();
            await running;
            Face = new WatchFace.Alone();
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose()
    {
        gate.Dispose();
        stop.Dispose();
    }

    private async Task LiveAsync(DeviceCodes codes, CancellationToken cancellation)
    {
        try
        {
            if (await WaitAsync(codes, cancellation) is { } tokens) await SendAsync(tokens, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Told to stop.
        }
    }

    // RFC 8628 §3.5.
    private async Task<TokenAnswer?> WaitAsync(DeviceCodes codes, CancellationToken cancellation)
    {
        var interval = TimeSpan.FromSeconds(codes.Interval);
        while (true)
        {
            await Task.Delay(interval, clock, cancellation);
            try
            {
                var answer = await provider.PollAsync(codes, cancellation);
                if (answer.Access is not null) return answer;
                if (answer.Error == "slow_down") interval += TimeSpan.FromSeconds(5);
                else if (answer.Error != "authorization_pending")
                {
                    Face = new WatchFace.Ended(answer.Error == "access_denied" ? "You did not connect the watch." : "The code is too old.");
                    return null;
                }
            }
            catch (Exception problem) when (IsNoAnswer(problem) && !cancellation.IsCancellationRequested)
            {
                // The same: whoever gets no answer asks half as often.
                interval *= 2;
                log.Unavailable(problem);
            }
        }
    }

    private async Task SendAsync(TokenAnswer tokens, CancellationToken cancellation)
    {
        Face = new WatchFace.Connected(null);
        var pulse = new Pulse();
        while (true)
        {
            var reading = pulse.Measure(clock.GetUtcNow());
            try
            {
                if (!await readings.SendAsync(reading, tokens.Access ?? "", cancellation))
                {
                    var renewed = tokens.Refresh is { } refresh ? await provider.RefreshAsync(refresh, cancellation) : null;
                    if (renewed?.Access is null)
                    {
                        Face = new WatchFace.Ended("The watch is not connected any more.");
                        return;
                    }

                    tokens = renewed with { Refresh = renewed.Refresh ?? tokens.Refresh };
                    continue;
                }

                Face = new WatchFace.Connected(reading);
            }
            catch (Exception problem) when (IsNoAnswer(problem) && !cancellation.IsCancellationRequested)
            {
                log.Unavailable(problem);
            }

            await Task.Delay(Pause, clock, cancellation);
        }
    }

    private static bool IsNoAnswer(Exception problem) => problem is HttpRequestException or JsonException or TaskCanceledException;
}
