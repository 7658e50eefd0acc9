package dev.remotesupport.gateway.staff;

/** What the API's description shows of managing staff. */
final class StaffExamples {

    static final String NEW_MEMBER = """
            {"email": "ada@bank.example", "name": "Ada Lovelace", "role": "support", "chatLimit": 4, "callLimit": 1,
             "teamIds": ["0b6bd6f2-6a3c-4a4e-9d6f-0f2f0a0e8c11"], "skills": ["payments", "dutch"]}""";

    static final String CHANGE = """
            {"role": "team_lead", "chatLimit": 6, "skills": ["payments"]}""";

    static final String MEMBER = """
            {"id": "5f1f1c86-2b0e-4c57-9a53-9a0d6a3f4f10", "email": "ada@bank.example", "name": "Ada Lovelace",
             "role": "support", "createdAt": "2026-05-04T09:00:00Z", "lastLoginAt": null, "availability": "offline",
             "connected": false, "chatLimit": 4, "callLimit": 1, "teamIds": ["0b6bd6f2-6a3c-4a4e-9d6f-0f2f0a0e8c11"],
             "skills": ["dutch", "payments"], "initialPassword": "n5Jw0sQz8yY2tqvX5jM1uKc9WbE4rT7hL0aPdGfVxZo"}""";

    static final String LIST = """
            {"items": [{"id": "5f1f1c86-2b0e-4c57-9a53-9a0d6a3f4f10", "email": "ada@bank.example", "name": "Ada Lovelace",
             "role": "support", "createdAt": "2026-05-04T09:00:00Z", "lastLoginAt": "2026-05-05T08:58:00Z",
             "availability": "online", "connected": true, "chatLimit": 4, "callLimit": 1, "teamIds": [],
             "skills": ["dutch", "payments"]}]}""";

    static final String NOT_PERMITTED = """
            {"type": "https://remote-support.dev/problems/not-permitted", "title": "Your role does not include this.",
             "status": 403, "code": "not-permitted", "detail": "It takes the right to: See support staff with their accounts.",
             "id": "c2a2f0c4-6d51-4a6e-8f0e-2f7f6f0d9b11"}""";

    static final String ROLE_TOO_HIGH = """
            {"type": "https://remote-support.dev/problems/role-too-high", "title": "That role is above yours.", "status": 403,
             "code": "role-too-high", "detail": "Ask somebody of your organisation whose role is higher.",
             "id": "c2a2f0c4-6d51-4a6e-8f0e-2f7f6f0d9b12"}""";

    static final String EMAIL_TAKEN = """
            {"type": "https://remote-support.dev/problems/email-taken",
             "title": "That e-mail address has an account already.", "status": 409, "code": "email-taken",
             "detail": "Choose another e-mail address.", "id": "c2a2f0c4-6d51-4a6e-8f0e-2f7f6f0d9b13"}""";

    static final String UNKNOWN = """
            {"type": "https://remote-support.dev/problems/staff-unknown", "title": "There is no such member of the staff.",
             "status": 404, "code": "staff-unknown", "detail": "No member of your organisation has this id.",
             "id": "c2a2f0c4-6d51-4a6e-8f0e-2f7f6f0d9b14"}""";

    static final String LAST_SUPER_ADMIN = """
            {"type": "https://remote-support.dev/problems/last-super-admin",
             "title": "An organisation keeps at least one super admin.", "status": 409, "code": "last-super-admin",
             "detail": "Make somebody else a super admin first.", "id": "c2a2f0c4-6d51-4a6e-8f0e-2f7f6f0d9b15"}""";

    static final String AWAY = """
            {"type": "https://remote-support.dev/problems/upstream-away",
             "title": "A part of the service is away for a moment.", "status": 503, "code": "upstream-away",
             "detail": "It is being started or replaced; try again in a moment.",
             "id": "c2a2f0c4-6d51-4a6e-8f0e-2f7f6f0d9b16"}""";

    private StaffExamples() {}
}
