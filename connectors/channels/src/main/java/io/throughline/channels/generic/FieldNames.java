package io.throughline.channels.generic;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What fields are called that mean the same, by their letters and digits in lower case: {@code
 * responseId}, {@code response_id} and {@code Response ID} are one. The first that is there counts.
 */
final class FieldNames {

    static final List<String> ID =
            List.of(
                    "feedbackid",
                    "responseid",
                    "reviewid",
                    "recordid",
                    "submissionid",
                    "surveyresponseid",
                    "surveyrecordid",
                    "asurveyid",
                    "ticketid",
                    "messageid",
                    "naturalid",
                    "externalid",
                    "id",
                    "uuid",
                    "guid");
    static final List<String> TITLE = List.of("title", "subject", "headline");
    static final List<String> TEXT =
            List.of(
                    "text",
                    "comment",
                    "comments",
                    "verbatim",
                    "verbatims",
                    "feedback",
                    "feedbacktext",
                    "review",
                    "reviewtext",
                    "body",
                    "message",
                    "content",
                    "answer",
                    "description",
                    "remark",
                    "remarks");
    static final List<String> OCCURRED =
            List.of(
                    "occurredat",
                    "submittedat",
                    "completedat",
                    "respondedat",
                    "collectedat",
                    "createdat",
                    "submissiondate",
                    "responsedate",
                    "eresponsedate",
                    "completiondate",
                    "recordeddate",
                    "enddate",
                    "createdon",
                    "createddate",
                    "creationdate",
                    "created",
                    "submitted",
                    "surveydate",
                    "datetime",
                    "timestamp",
                    "time",
                    "date",
                    "ts");
    static final List<String> REVISION =
            List.of(
                    "revision",
                    "updatedat",
                    "modifiedat",
                    "editedat",
                    "changedat",
                    "lastmodified",
                    "lastmodifiedat",
                    "updatedon",
                    "updated",
                    "modified");
    static final List<String> AUTHOR =
            List.of(
                    "authorid",
                    "customerid",
                    "userid",
                    "contactid",
                    "respondentid",
                    "reviewerid",
                    "requesterid",
                    "memberid",
                    "personid",
                    "author",
                    "customer",
                    "user",
                    "contact",
                    "respondent",
                    "reviewer",
                    "email",
                    "emailaddress",
                    "customeremail",
                    "useremail");
    static final List<String> LANGUAGE = List.of("language", "lang", "languagecode");
    static final List<String> LOCALE = List.of("locale");
    static final List<String> URL = List.of("url", "link", "permalink");
    static final List<String> TOUCHPOINT = List.of("touchpoint");
    static final List<String> DELETED = List.of("deleted", "isdeleted");
    static final List<String> ACTION =
            List.of("operation", "action", "event", "eventtype", "eventname", "type");
    static final List<String> CONVERSATION = List.of("conversationid", "threadid");

    /** Fields that say who somebody is: never extras. */
    static final Set<String> PERSONAL =
            Set.of(
                    "name",
                    "fullname",
                    "firstname",
                    "lastname",
                    "surname",
                    "username",
                    "displayname",
                    "customername",
                    "authorname",
                    "reviewername",
                    "phone",
                    "phonenumber",
                    "mobile",
                    "telephone",
                    "address",
                    "street",
                    "ip",
                    "ipaddress",
                    "useragent",
                    "dateofbirth",
                    "birthday");

    private static final Pattern PEOPLE =
            Pattern.compile(
                    "(?i).*(person|contact|customer|user|agent|author|employee|respondent|guest|"
                            + "member|reviewer|owner|manager).*");

    private FieldNames() {}

    /** Whether a field of an object says who somebody is; a name may also be a product's. */
    static boolean isPersonal(String parent, String name) {
        String plain = plain(name);
        return plain.equals("name")
                ? PEOPLE.matcher(parent).matches()
                : PERSONAL.contains(plain) || plain.startsWith("email");
    }

    /** The letters and digits of a name, in lower case. */
    static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                plain.append(Character.toLowerCase(c));
            }
        }
        return plain.toString();
    }
}
