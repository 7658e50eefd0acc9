package dev.remotesupport.gateway.participant;

/** Session-service's no: a problem, handed on to the caller as it is. */
final class AdmissionRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    AdmissionRefused(int status, String problem) {
        super(problem, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
