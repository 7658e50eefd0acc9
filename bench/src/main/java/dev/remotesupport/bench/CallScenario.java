package dev.remotesupport.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * A customer and a technician call each other again and again, each in a Chromium of its own with a tone as its microphone. Time
 * runs from the click that accepts to the first samples that are not silence in what the other side's browser plays, by the clock of
 * the one machine. In one half the technician calls and the customer accepts, in the other the customer waits and the technician does.
 */
final class CallScenario {

    /** Notes when a button was pressed, and when what comes from the other side is no silence any more. */
    private static final String LISTEN = """
            (() => {
                const now = () => performance.timeOrigin + performance.now();
                addEventListener("click", (event) => {
                    const button = event.composedPath().find((one) => one.dataset?.testid);
                    if (/accept|answer/.test(button?.dataset.testid ?? "")) window.acceptedAt = performance.timeOrigin + event.timeStamp;
                }, true);
                let context;
                // How long nothing was heard of what is played, at its longest since the last question.
                window.longestPause = 0;
                const play = HTMLMediaElement.prototype.play;
                HTMLMediaElement.prototype.play = function () {
                    if (this.srcObject && this !== window.played) {
                        window.played = this;
                        let of, analyser, heard = now();
                        const samples = new Float32Array(256);
                        setInterval(() => {
                            if (!this.srcObject?.getAudioTracks().length) return;
                            context ??= new AudioContext();
                            void context.resume();
                            if (of !== this.srcObject) {
                                of = this.srcObject;
                                analyser = context.createAnalyser();
                                analyser.fftSize = 256;
                                context.createMediaStreamSource(of).connect(analyser);
                            }
                            analyser.getFloatTimeDomainData(samples);
                            if (samples.some((one) => Math.abs(one) > 0.01)) heard = now();
                            window.longestPause = Math.max(window.longestPause, now() - heard);
                        }, 10);
                    }
                    return play.call(this);
                };
                const listen = (stream) => {
                    context ??= new AudioContext();
                    void context.resume();
                    const analyser = context.createAnalyser();
                    analyser.fftSize = 256;
                    context.createMediaStreamSource(stream).connect(analyser);
                    const samples = new Float32Array(analyser.fftSize);
                    const look = setInterval(() => {
                        analyser.getFloatTimeDomainData(samples);
                        if (!samples.some((one) => Math.abs(one) > 0.01)) return;
                        clearInterval(look);
                        window.heardAt ??= now();
                    }, 4);
                };
                const Connection = window.RTCPeerConnection;
                if (Connection) window.RTCPeerConnection = class extends Connection {
                    constructor(...all) {
                        super(...all);
                        this.addEventListener("track", ({ track, streams }) => {
                            if (track.kind === "audio") listen(streams[0] ?? new MediaStream([track]));
                        });
                    }
                };
            })();
            """;

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--autoplay-policy=no-user-gesture-required",
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream",
            // A machine without a network is enough for two browsers on it.
            "--allow-loopback-in-peer-connection");

    private final int calls;
    private final int warmUp;
    private final int ring;
    private final URI base;
    private final int transfers;
    private final boolean relayed;
    private final Histogram restarts = new Histogram(3);
    private final SuiteClient suite;

    /** @param relayed by a TURN server alone */
    CallScenario(Settings settings, boolean relayed) throws IOException {
        calls = settings.number("calls", 30);
        warmUp = settings.number("warmup", 3);
        ring = settings.number("ring", 3);
        transfers = settings.number("transfers", 10);
        this.relayed = relayed;
        suite = new SuiteClient(Vertx.vertx(), settings);
        base = suite.base();
    }

    /** What was measured of one way of beginning a call. */
    private record Heard(Histogram byOther, Histogram byAccepting) {

        Heard() {
            this(new Histogram(3), new Histogram(3));
        }
    }

    @SuppressWarnings("try") // the relay is there, which is all
    Report run() throws IOException, InterruptedException {
        var handedOn = new Heard();
        var technicianCalls = new Heard();
        var customerCalls = new Heard();
        var tone = Files.createTempFile("tone", ".wav");
        var unused = Files.write(tone, Tone.wav(20));
        try (var relay = relayed ? Relay.open(suite) : null;
                var playwright = Playwright.create();
                var shop = launch(playwright, tone);
                var desk = launch(playwright, tone)) {
            var technician = page(desk);
            logIn(technician, suite.login("support"));
            offers(shop, technician, customerCalls);
            rings(page(shop), technician, technicianCalls);
            if (transfers > 0) {
                handsOn(page(shop), technician, page(desk), handedOn);
            }
        } finally {
            Files.delete(tone);
        }
        return new Report(
                        "Call%s: accept → first audible sample at the other side".formatted(relayed ? ", relayed" : ""))
                .row(
                        "load",
                        calls + " calls each way, one after another, after " + warmUp
                                + " to warm up; two Chromium with a tone as microphone; an offered call rings for "
                                + ring + " s, one in a chat for 1 s")
                .row(
                        "path",
                        relayed
                                ? "through a coturn on the same machine alone, which both have a relay at; signalling through the gateway"
                                : "straight from browser to browser, after signalling through the gateway")
                .latency("technician calls, customer accepts → technician hears", technicianCalls.byOther())
                .latency("technician calls, customer accepts → customer hears", technicianCalls.byAccepting())
                .latency("customer waits, technician accepts → customer hears", customerCalls.byOther())
                .latency("customer waits, technician accepts → technician hears", customerCalls.byAccepting())
                .latency("ICE restart: the customer's longest pause", restarts)
                .latency("handed on: a colleague takes it → the colleague hears", handedOn.byAccepting())
                .latency("handed on: the customer's longest pause", handedOn.byOther());
    }

    /** A customer asks for a call and waits for whoever takes it; each is another one. */
    private void offers(Browser shop, Page technician, Heard heard) {
        for (int i = 0; i < warmUp + calls; i++) {
            var customer = page(shop);
            var unused = customer.navigate(base + "/demo/index.html");
            of(customer, "rs-launcher").click();
            of(customer, "rs-call-start").click();
            of(technician, "offer-accept").first().waitFor();
            // As long as the console rings before it answers by itself; who reads who it is takes no less.
            customer.waitForTimeout(1_000 * ring);
            measure(customer, technician, of(technician, "offer-accept").first(), i < warmUp ? new Heard() : heard);
            of(customer, "rs-call-hang-up").click();
            of(technician, "call-dismiss").click();
            customer.context().close();
        }
    }

    /** The technician calls the customer of a chat. */
    private void rings(Page customer, Page technician, Heard heard) {
        var unused = customer.navigate(base + "/demo/index.html");
        of(customer, "rs-launcher").click();
        of(customer, "rs-input").fill("Please call me");
        of(customer, "rs-send").click();
        of(technician, "offer-accept").first().click();
        for (int i = 0; i < warmUp + calls; i++) {
            of(technician, "call-start").click();
            of(customer, "rs-call-accept").waitFor();
            customer.waitForTimeout(1_000);
            measure(technician, customer, of(customer, "rs-call-accept"), i < warmUp ? new Heard() : heard);
            if (i >= warmUp) {
                var unusedRestart =
                        customer.evaluate("() => { longestPause = 0; dispatchEvent(new Event('online')); }");
                customer.waitForTimeout(1_500);
                restarts.recordValue(Math.round(1000 * ((Number) customer.evaluate("longestPause")).doubleValue()));
            }
            of(technician, "call-hang-up").click();
            gone(customer, "rs-call");
            of(technician, "call-dismiss").click();
        }
    }

    /** The technician hands a call to a colleague, who takes it some seconds later, and back. */
    private void handsOn(Page customer, Page technician, Page colleague, Heard heard) {
        Object unused = customer.navigate(base + "/demo/index.html");
        of(customer, "rs-launcher").click();
        of(customer, "rs-call-start").click();
        of(technician, "offer-accept").first().click();
        of(customer, "rs-call-mute").waitFor();
        // Later, so that the call is offered to nobody else.
        logIn(colleague, suite.login("team_lead"));
        var ids =
                Map.of(technician, suite.idOf(suite.login("support")), colleague, suite.idOf(suite.login("team_lead")));
        var holder = technician;
        for (int i = 0; i < transfers; i++) {
            customer.waitForTimeout(2_000);
            var next = holder == technician ? colleague : technician;
            var session = holder.url().substring(holder.url().lastIndexOf('/') + 1);
            suite.transfer(session, ids.get(next));
            of(next, "call-answer").first().waitFor();
            customer.waitForTimeout(3_000);
            unused = customer.evaluate("() => (window.longestPause = 0)");
            unused = next.evaluate("() => { delete window.heardAt; delete window.acceptedAt; }");
            of(next, "call-answer").first().click();
            heard.byAccepting().recordValue(Math.max(0, moment(next, "heardAt") - moment(next, "acceptedAt")));
            customer.waitForTimeout(3_000);
            heard.byOther().recordValue(Math.round(1000 * ((Number) customer.evaluate("longestPause")).doubleValue()));
            holder = next;
        }
        of(customer, "rs-call-hang-up").click();
    }

    private static void measure(Page other, Page accepting, Locator accept, Heard heard) {
        for (var page : List.of(other, accepting)) {
            var unused = page.evaluate("() => { delete window.heardAt; delete window.acceptedAt; }");
        }
        accept.click();
        var accepted = moment(accepting, "acceptedAt");
        heard.byOther().recordValue(Math.max(0, moment(other, "heardAt") - accepted));
        heard.byAccepting().recordValue(Math.max(0, moment(accepting, "heardAt") - accepted));
    }

    /** In microseconds. */
    private static long moment(Page page, String name) {
        var at = page.waitForFunction("(name) => window[name]", name);
        return Math.round(1000 * ((Number) at.jsonValue()).doubleValue());
    }

    private static void gone(Page page, String part) {
        of(page, part).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private static Locator of(Page page, String part) {
        return page.getByTestId(part);
    }

    private void logIn(Page page, SuiteClient.Login login) {
        var unused = page.navigate(base + "/");
        of(page, "login-email").fill(login.email());
        of(page, "login-password").fill(login.password());
        of(page, "login-submit").click();
        of(page, "user-menu").waitFor();
    }

    private Page page(Browser browser) {
        BrowserContext context = browser.newContext();
        context.addInitScript(Pair.OPEN_SHADOW_ROOTS);
        context.addInitScript(LISTEN);
        var page = context.newPage();
        page.setDefaultTimeout(20_000);
        return page;
    }

    private static Browser launch(Playwright playwright, Path tone) {
        var arguments = new ArrayList<>(ARGUMENTS);
        arguments.add("--use-file-for-fake-audio-capture=" + tone);
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium")))
                        .setArgs(arguments));
    }
}
