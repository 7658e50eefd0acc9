package dev.remotesupport.gateway.upstream;

/** A service's no: a problem, handed on to the caller as it is. */
public final class UpstreamRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    UpstreamRefusal(int status, String problem) {
        super(problem, null, false, false);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
