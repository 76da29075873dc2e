package io.throughline.local.run;

/** A job that failed for good; says the innermost reason. */
public final class JobFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JobFailedException(String job, Throwable cause) {
        super(job + " failed: " + reason(cause), cause);
    }

    private static String reason(Throwable cause) {
        Throwable innermost = cause;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return message == null || message.isBlank() ? innermost.toString() : message;
    }
}
