package dev.remotesupport.gateway.ownpage;

/** What the API's description shows of the customer's own page. */
final class OwnPageExamples {

    static final String CODE = """
            {"code": "n5Jw0sQz8yY2tqvX5jM1uKc9WbE4rT7hL0aPdGfVxZo", "expiresIn": 60}""";

    static final String ENTER = """
            {"code": "n5Jw0sQz8yY2tqvX5jM1uKc9WbE4rT7hL0aPdGfVxZo"}""";

    static final String PAGE = """
            {"accessToken": "eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl", "expiresIn": 300,
             "customer": {"id": "0b6bd6f2-6a3c-4a4e-9d6f-0f2f0a0e8c11", "name": "Grace Hopper", "kind": "customer"},
             "site": {"id": "5f1f1c86-2b0e-4c57-9a53-9a0d6a3f4f10", "name": "Fern & Fig",
              "origins": ["https://shop.example"]}}""";

    static final String CODE_REFUSED = """
            {"type": "https://remote-support.dev/problems/code-refused", "title": "This link does not work any more.",
             "status": 401, "code": "code-refused", "detail": "It was used already, or is older than a minute.",
             "id": "c2a2f0c4-6d51-4a6e-8f0e-2f7f6f0d9b21"}""";

    static final String PAGE_CLOSED = """
            {"type": "https://remote-support.dev/problems/page-closed", "title": "This page is closed.", "status": 401,
             "code": "page-closed", "detail": "Open it again from the chat on the website.",
             "id": "c2a2f0c4-6d51-4a6e-8f0e-2f7f6f0d9b22"}""";

    static final String CSRF = """
            {"type": "https://remote-support.dev/problems/csrf", "title": "The request did not come from our own pages.",
             "status": 403, "code": "csrf", "detail": "Send Origin and the header X-CSRF: 1.",
             "id": "c2a2f0c4-6d51-4a6e-8f0e-2f7f6f0d9b23"}""";

    static final String NOT_PERMITTED = """
            {"type": "https://remote-support.dev/problems/not-permitted", "title": "Your role does not include this.",
             "status": 403, "code": "not-permitted", "detail": "It takes the right to: Come to the own page.",
             "id": "c2a2f0c4-6d51-4a6e-8f0e-2f7f6f0d9b24"}""";

    private OwnPageExamples() {}
}
